"""Weights from the hub where they were published."""

from __future__ import annotations

import logging
from pathlib import Path

from simulator.fetch_bar import Tell
from simulator.published_weights import Published
from simulator.weights_workshop import FORBIDDEN, FULL, NotThePublished, check, publish, watched, workshop

HUB_SECONDS = 4.0
"""A hub that does not answer within this time counts as out of reach."""
_log = logging.getLogger(__name__)


def from_hub(target: Path, published: Published, says: str, tell: Tell, endpoint: str | None = None) -> bool:
    """Puts a published model into `target`; False where the hub cannot be reached or gives something else."""
    import httpx2
    from huggingface_hub import constants, hf_hub_download, hf_hub_url
    from huggingface_hub.errors import HfHubHTTPError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    if constants.HF_HUB_OFFLINE:
        return False
    url = hf_hub_url(published.repository, "config.json", revision=published.revision, endpoint=endpoint)
    try:
        # Asked first and briefly: the library's own download tries for minutes before it gives up.
        httpx2.head(url, timeout=HUB_SECONDS, follow_redirects=True)
    except httpx2.HTTPError:
        return False
    disable_progress_bars()  # ours shows the whole, not one bar per file
    with workshop(target.parent) as folder:
        try:
            with watched(folder, published.model_bytes, says, tell):
                for name in published.sha256:
                    hf_hub_download(
                        published.repository,
                        name,
                        revision=published.revision,
                        local_dir=folder,
                        etag_timeout=HUB_SECONDS,
                        endpoint=endpoint,
                        token=False,
                    )
            check(folder, published)
        except (HfHubHTTPError, httpx2.HTTPError, NotThePublished, ValueError, RuntimeError) as error:
            _log.warning("the hub gave no usable %s: %s", published.repository, error)
            return False
        except OSError as error:
            if error.errno in (*FULL, *FORBIDDEN):
                raise
            _log.warning(
                "the hub was lost on the way: %s", error
            )  # told by the library as an OSError, without a number
            return False
        publish(folder, target, published.sha256)
    return True
