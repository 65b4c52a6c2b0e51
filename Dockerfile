# An image that extracts events without a network:
#   docker build -t extractor .
#   docker run --rm --network none -v "$PWD:/data" extractor batch news -o events.csv --workers 4
FROM python:3.12-slim AS build
COPY . /source
RUN python -m venv /opt/extractor && /opt/extractor/bin/pip install --no-cache-dir "/source[all]"

FROM python:3.12-slim
COPY --from=build /opt/extractor /opt/extractor
RUN useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["/opt/extractor/bin/extractor"]
CMD ["--help"]
