"""Pages from the web, politely: robots.txt, a pause between requests to one host, limits of time, size and redirects.

Nothing is fetched unless it is asked for. Addresses of this machine and of local networks are refused unless allowed,
at every redirect and on the connection itself, so that a name that changes its address between check and use gains
nothing.
"""

from __future__ import annotations

import hashlib
import ipaddress
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import msgspec

from variorum.errors import MissingPart, NotFetched, Refusal, TooLarge, TooSlow
from variorum.read.options import FetchOptions
from variorum.read.pages import Page

if TYPE_CHECKING:
    import httpx

_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_CHANGED = 304
_MOST_ROBOTS = 500_000  # bytes of robots.txt that are read (RFC 9309 asks for 500 kibibytes)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a page beside its bytes, so that it can be asked for again only if it changed."""

    url: str
    etag: str | None
    modified: str | None
    content_type: str | None


class Fetcher:
    """Fetches addresses one after another; holds the connections, the rules and the clock of each host."""

    def __init__(self, options: FetchOptions) -> None:
        try:
            import httpx  # noqa: PLC0415 - an extra
            import protego  # noqa: PLC0415 - an extra
        except ImportError:
            raise MissingPart("pages are fetched with httpx and protego: pip install 'variorum[fetch]'") from None
        self.httpx = httpx
        self.rules = protego.Protego
        self.options = options
        self.robots: dict[str, Any] = {}
        self.asked: dict[str, float] = {}
        self.client = httpx.Client(
            timeout=options.timeout_s,
            follow_redirects=False,
            headers={"User-Agent": options.agent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.5"},
            trust_env=False,
        )

    def fetch(self, url: str) -> Page | Refusal:
        """Return the page at `url`, under the address asked for; or why there is none."""
        try:
            return self._fetch(url)
        except Refusal as refusal:
            return refusal
        except self.httpx.TimeoutException:
            return TooSlow(url, f"no answer within {self.options.timeout_s:g} s")
        except (self.httpx.HTTPError, self.httpx.InvalidURL) as error:
            return NotFetched(url, f"not reached ({error or type(error).__name__})")

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def _fetch(self, url: str) -> Page:
        kept = self._read_kept(url)
        headers = _conditions(kept)
        current = url
        deadline = time.monotonic() + self.options.whole_s
        for _ in range(self.options.most_redirects + 1):
            self._check_address(url, current)
            self._check_robots(url, current, deadline)
            self._wait(current)
            with self.client.stream("GET", current, headers=headers) as answer:
                self._check_peer(url, answer)
                if answer.status_code in _REDIRECTS and "location" in answer.headers:
                    current = urljoin(current, answer.headers["location"])
                    continue
                if answer.status_code == _NOT_CHANGED and kept is not None:
                    return self._kept_page(url, kept)
                if answer.status_code != self.httpx.codes.OK:
                    raise NotFetched(url, f"the server answered {answer.status_code} {answer.reason_phrase}".strip())
                data = self._read(url, answer, deadline, self.options.most_bytes)
            self._keep(url, current, answer, data)
            return Page(id=url, data=data, url=current, content_type=answer.headers.get("content-type"))
        raise NotFetched(url, f"more than {self.options.most_redirects} redirects")

    def _read(self, url: str, answer: httpx.Response, deadline: float, limit: int) -> bytes:
        parts, size = [], 0
        for part in answer.iter_bytes():
            size += len(part)
            if size > limit:
                raise TooLarge(url, f"more than {limit:,} bytes, the most that is read of one page")
            if time.monotonic() > deadline:
                raise TooSlow(url, f"not all there within {self.options.whole_s:g} s")
            parts.append(part)
        return b"".join(parts)

    def _check_address(self, url: str, current: str) -> None:
        parts = urlsplit(current)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NotFetched(url, f"{parts.scheme or 'no'} address: only http and https are fetched")
        if self.options.allow_private:
            return
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)
        except (OSError, UnicodeError) as error:
            raise NotFetched(url, f"no such host: {parts.hostname} ({error})") from None
        for *_, address in found:
            self._refuse_private(url, str(address[0]))

    def _check_peer(self, url: str, answer: httpx.Response) -> None:
        """The same for the address that the connection went to: a name may answer differently the second time."""
        stream = answer.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        if peer and not self.options.allow_private:
            self._refuse_private(url, str(peer[0]))

    @staticmethod
    def _refuse_private(url: str, address: str) -> None:
        number = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
        mapped = getattr(number, "ipv4_mapped", None) or number
        if not mapped.is_global or mapped.is_multicast:
            raise NotFetched(url, f"{address} is an address of a private network (--allow-private fetches it)")

    def _check_robots(self, url: str, current: str, deadline: float) -> None:
        parts = urlsplit(current)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.robots:
            self.robots[origin] = self._read_robots(url, origin, deadline)
        rules = self.robots[origin]
        if rules is not None and not rules.can_fetch(current, self.options.agent):
            raise NotFetched(url, f"robots.txt of {parts.netloc} does not allow it")

    def _read_robots(self, url: str, origin: str, deadline: float) -> Any:  # noqa: ANN401 - protego has no types
        """The rules of a host; None where it has none. A host whose rules fail with a server error allows nothing."""
        self._wait(origin)
        with self.client.stream("GET", f"{origin}/robots.txt") as answer:
            self._check_peer(url, answer)
            if self.httpx.codes.is_server_error(answer.status_code):
                return self.rules.parse("User-agent: *\nDisallow: /")
            if answer.status_code != self.httpx.codes.OK:
                return None
            data = self._read(url, answer, deadline, _MOST_ROBOTS)
        return self.rules.parse(data.decode("utf-8", errors="replace"))

    def _wait(self, current: str) -> None:
        """Pause until the host of `current` may be asked again: our delay, or the longer one that its rules ask for."""
        host = urlsplit(current).netloc
        rules = self.robots.get(f"{urlsplit(current).scheme}://{host}")
        wanted = rules.crawl_delay(self.options.agent) if rules is not None else None
        delay = max(self.options.delay_s, min(float(wanted or 0), self.options.whole_s))
        last = self.asked.get(host)
        if last is not None:
            time.sleep(max(0.0, last + delay - time.monotonic()))
        self.asked[host] = time.monotonic()

    def _path(self, url: str) -> Path | None:
        name = hashlib.sha256(url.encode()).hexdigest()
        return Path(self.options.cache) / name if self.options.cache is not None else None

    def _read_kept(self, url: str) -> Kept | None:
        path = self._path(url)
        if path is None or not path.with_suffix(".json").is_file() or not path.with_suffix(".page").is_file():
            return None
        try:
            return msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=Kept)
        except msgspec.MsgspecError:
            return None

    def _kept_page(self, url: str, kept: Kept) -> Page:
        path = self._path(url)
        data = path.with_suffix(".page").read_bytes() if path is not None else b""
        return Page(id=url, data=data, url=kept.url, content_type=kept.content_type)

    def _keep(self, url: str, current: str, answer: httpx.Response, data: bytes) -> None:
        path = self._path(url)
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        if path is None or not (etag or modified):
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = Kept(url=current, etag=etag, modified=modified, content_type=answer.headers.get("content-type"))
        path.with_suffix(".page").write_bytes(data)
        path.with_suffix(".json").write_bytes(msgspec.json.encode(kept))


def _conditions(kept: Kept | None) -> dict[str, str]:
    if kept is None:
        return {}
    conditions = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: value for name, value in conditions.items() if value}
