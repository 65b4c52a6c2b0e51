"""Who does an act whose own words name no listed actor: any subject of it, or whom another act beside it tells."""
