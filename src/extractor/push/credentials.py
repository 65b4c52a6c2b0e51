"""What lets the sender in: a header from the environment, checked before anything is sent and never shown."""

import re
from collections.abc import Mapping

from extractor.errors import InputError

TOKEN, HEADER = "EXTRACTOR_PUSH_TOKEN", "EXTRACTOR_PUSH_HEADER"
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")  # RFC 9110, token
_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_BEARER = re.compile(r"[\x21-\x7e]+")


def credentials(environment: Mapping[str, str]) -> dict[str, str]:
    """The header that lets us in: a bearer token, or another header ("X-Api-Key: 123").

    White space around a value is taken off, since a file that holds a secret usually ends in a line end.
    Raises InputError, which names the variable and never its value.

    >>> credentials({"EXTRACTOR_PUSH_TOKEN": "abc\\n"})
    {'Authorization': 'Bearer abc'}
    """
    if token := environment.get(TOKEN, "").strip():
        if not _BEARER.fullmatch(token):
            raise InputError(f"${TOKEN} holds a space, a line end or a letter that is not ASCII: a token has none")
        return {"Authorization": f"Bearer {token}"}
    if header := environment.get(HEADER, "").strip():
        name, _, value = (part.strip() for part in header.partition(":"))
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise InputError(f"${HEADER} must look like 'X-Api-Key: 123', on one line and in ASCII")
        return {name: value}
    return {}
