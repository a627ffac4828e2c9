#!/bin/sh
# What the tests in a real browser need beside Python: Chromium, Node.
# On Debian and Ubuntu it installs them; elsewhere it says what to install.
set -eu

find_chromium() {
    for name in chromium chromium-browser google-chrome chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

wanted=""
find_chromium || wanted="$wanted chromium"
command -v npm >/dev/null 2>&1 || wanted="$wanted nodejs npm"
[ -n "$wanted" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root=sudo
if ! command -v apt-get >/dev/null 2>&1 || ! command -v ${as_root:-sh} >/dev/null 2>&1; then
    echo "spasm-guide: please install:$wanted" >&2
    exit 1
fi
echo "spasm-guide: installing$wanted (a minute or two)" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $wanted >&2
