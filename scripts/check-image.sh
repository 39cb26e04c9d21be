#!/usr/bin/env bash
# Builds the image and runs it as compose.yaml says, without a Docker engine: buildah and podman, on a base that is
# put together from Debian's packages and the Node that npm brought. Needs root. What it made is gone afterwards.
# Exit codes: 0 all is well, 1 something is not, 75 this machine cannot build images (the last line says why).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly TOOLS=(buildah catatonit mmdebstrap podman runc)
readonly BASE_PACKAGES=base-files,bash,coreutils,dash,findutils,grep,libc-bin,libstdc++6,sed
readonly BASE=docker.io/library/node:24-bookworm-slim IMAGE=localhost/offprint-check
readonly TOKEN=a-token-of-twenty-four-letters ZONE=Pacific/Auckland
# podman's defaults may be more than this machine may give.
readonly ULIMITS=(--ulimit=nofile=4096:4096 --ulimit=nproc=4096:4096)
readonly CANNOT=75

work=$(mktemp -d "${TMPDIR:-/tmp}/offprint-image.XXXXXX")
container=offprint-check-$$
volume=offprint-check-$$
node=$PWD/node_modules/.bin/node

main() {
  trap leave EXIT
  has_tools
  lay_storage
  make_base
  make_image
  start
  check "ready within 60 s" within 60 answers 200 /readyz
  check "the samples are in the feed" within 60 has_entries
  check "nothing more comes in" within 60 is_settled
  check "it is not root, and its root cannot be written" is_confined
  check "offprint is on the PATH" inside offprint --version
  check "OFFPRINT_ADMIN_TOKEN opens /admin" answers 200 /admin -H "Authorization: Bearer $TOKEN"
  check "TZ is its time zone" has_zone
  check "of better-sqlite3 only what runs is there" has_one_binary
  check "the health check of the image passes" is_healthy
  check "SIGTERM ends it with 0" ends_well
  local before=$entries
  start
  check "ready again on the same volume" within 60 answers 200 /readyz
  check "the same entries, from the volume" has_entries
  [ "$entries" = "$before" ] || fail "the entries of the volume are others"
}

leave() {
  [ -n "${CONTAINERS_STORAGE_CONF:-}" ] || { rm -rf "$work"; return; }
  podman rm --force "$container" >/dev/null 2>&1 || true
  podman volume rm --force "$volume" >/dev/null 2>&1 || true
  rm -rf "$work"
}

# ── Making it ────────────────────────────────────────────────────────────────────────────────────

has_tools() {
  [ "$(id -u)" -eq 0 ] || cannot "images are built as root here"
  local missing=() tool
  for tool in "${TOOLS[@]}"; do
    dpkg -s "$tool" >/dev/null 2>&1 || missing+=("$tool")
  done
  [ "${#missing[@]}" -eq 0 ] && return
  apt-get update -qq || true
  apt-cache show "${missing[@]}" >/dev/null 2>&1 || cannot "apt does not have ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/log" 2>&1 ||
    fail "apt cannot install ${missing[*]}" "$work/log"
}

# Images and volumes of its own: what the machine has is not touched. Overlay, where the file system can.
lay_storage() {
  export CONTAINERS_STORAGE_CONF=$work/storage.conf
  local driver
  for driver in overlay vfs; do
    printf '[storage]\ndriver = "%s"\ngraphroot = "%s"\nrunroot = "%s"\n' \
      "$driver" "$work/$driver" "$work/$driver-run" >"$CONTAINERS_STORAGE_CONF"
    podman info >"$work/log" 2>&1 && return
  done
  fail "podman does not start" "$work/log"
}

# As much of node:24-bookworm-slim as the Dockerfile asks for.
make_base() {
  local root=$work/base mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
  mmdebstrap --variant=extract --include="$BASE_PACKAGES" bookworm "$work/base.tar" "$mirror" >"$work/log" 2>&1 ||
    fail "the base cannot be made" "$work/log"
  mkdir -p "$root"
  tar -C "$root" -xf "$work/base.tar"
  install -D node_modules/node-linux-*/bin/node "$root/usr/local/bin/node"
  install -d "$root/usr/local/lib/node_modules" "$root/etc/ssl/certs"
  cp -R "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  printf '%s\n' 'root:x:0:0::/root:/bin/bash' 'node:x:1000:1000::/home/node:/bin/bash' >"$root/etc/passwd"
  printf '%s\n' 'root:x:0:' 'node:x:1000:' >"$root/etc/group"
  # npm in it asks the registry of this machine, and trusts whom this machine trusts.
  tar -C "$root" -c . | podman import --change CMD=node \
    --change "ENV=npm_config_registry=$(npm config get registry)" \
    --change ENV=NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    --change ENV=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin - "$BASE" >"$work/log" 2>&1 ||
    fail "the base cannot be imported" "$work/log"
}

make_image() {
  # npm's cache of this machine: what was downloaded for npm ci is not downloaded again.
  buildah bud --format=docker --isolation=chroot --network=host --pull-never \
    --volume "$(npm config get cache):/root/.npm" --tag "$IMAGE" . >"$work/log" 2>&1 ||
    fail "the image cannot be built" "$work/log"
  echo "        the image: $(podman image inspect --format '{{.Size}}' "$IMAGE") bytes"
}

# ── Running it ───────────────────────────────────────────────────────────────────────────────────

start() {
  port=$(free_port)
  base=http://127.0.0.1:$port
  local arguments
  mapfile -t arguments < <(compose_arguments)
  OFFPRINT_ADMIN_TOKEN=$TOKEN TZ=$ZONE podman --runtime runc run --detach --name "$container" --network=host \
    "${ULIMITS[@]}" --env "PORT=$port" --env HOST=127.0.0.1 "${arguments[@]}" "$IMAGE" >"$work/log" 2>&1 ||
    fail "the container cannot be started" "$work/log"
}

# What compose.yaml says of the service, as podman's arguments; limits need a cgroup that not every machine gives.
compose_arguments() {
  volume=$volume "$node" --input-type=module -e '
    import { readFileSync } from "node:fs";
    import { parse } from "yaml";
    const { offprint } = parse(readFileSync("compose.yaml", "utf8")).services;
    const said = (option, values) => (values ?? []).map((value) => `--${option}=${value}`);
    console.log([
      ...said("env", offprint.environment),
      ...said("cap-drop", offprint.cap_drop),
      ...said("security-opt", offprint.security_opt.map((each) => each.replace(":true", ""))),
      ...said("tmpfs", offprint.tmpfs),
      ...said("volume", offprint.volumes.map((each) => each.replace(/^data:/, `${process.env.volume}:`))),
      ...(offprint.init ? ["--init"] : []),
      ...(offprint.read_only ? ["--read-only"] : []),
    ].join("\n"));'
}

inside() {
  podman --runtime runc exec "$container" "$@"
}

has_entries() {
  entries=$(curl -fsS "$base/feeds/all.json" |
    /usr/bin/python3 -c 'import json, sys; print(*[item["id"] for item in json.load(sys.stdin)["items"]])')
  [ "$(wc -w <<<"$entries")" -ge 15 ]
}

# Sources come in one after the other: entries are compared when the feed holds what the store does.
is_settled() {
  podman logs "$container" 2>&1 | grep -q 'Took in ' && has_entries &&
    [ "$(wc -w <<<"$entries")" -eq "$(inside offprint articles --json | wc -l)" ]
}

is_confined() {
  [ "$(inside id -u)" = 1000 ] && ! inside touch /app/x 2>/dev/null && inside touch /data/x && inside rm /data/x
}

has_zone() {
  [ "$(inside node -p 'Intl.DateTimeFormat().resolvedOptions().timeZone')" = "$ZONE" ]
}

has_one_binary() {
  [ "$(inside find /app/node_modules/better-sqlite3 -name '*.node' | wc -l)" -eq 1 ] &&
    ! inside test -e /app/node_modules/better-sqlite3/deps
}

is_healthy() {
  local command
  mapfile -t command < <(podman image inspect --format '{{json .HealthCheck.Test}}' "$IMAGE" |
    /usr/bin/python3 -c 'import json, sys; print(*json.load(sys.stdin)[1:], sep="\n")')
  inside "${command[@]}"
}

ends_well() {
  podman stop --time 10 "$container" >/dev/null
  local code
  code=$(podman inspect --format '{{.State.ExitCode}}' "$container")
  podman rm "$container" >/dev/null
  echo "exit code $code"
  [ "$code" -eq 0 ]
}

answers() {
  [ "$(curl -sS -o /dev/null -w '%{http_code}' "${@:3}" "$base$2")" = "$1" ]
}

within() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" 2>/dev/null; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.5
  done
}

free_port() {
  /usr/bin/python3 -c 'import socket
with socket.socket() as s: s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# ── Telling ──────────────────────────────────────────────────────────────────────────────────────

check() {
  local name=$1
  shift
  "$@" >"$work/output" 2>&1 || { podman logs "$container" >>"$work/output" 2>&1 || true; fail "$name" "$work/output"; }
  echo "passed  $name"
}

fail() {
  echo "FAILED  $1"
  [ $# -lt 2 ] || tail -n 40 "$2" | sed 's/^/        /'
  exit 1
}

cannot() {
  echo "This machine cannot build images: $1."
  exit "$CANNOT"
}

main "$@"
