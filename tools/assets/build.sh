#!/bin/sh
# The way without node: joins assets/ into OUT under the same names as build.mjs, not made small.
set -eu
[ $# -eq 1 ] || { echo "use: build.sh OUT" >&2; exit 2; }
out=$1
assets=$(CDPATH='' cd -- "$(dirname -- "$0")/../../assets" && pwd)
mkdir -p "$out/fonts"
for kind in css js; do
    : > "$out/app.$kind"
    while IFS= read -r name; do
        [ -n "$name" ] || continue
        cat "$assets/$kind/$name" >> "$out/app.$kind"
    done < "$assets/$kind/order"
done
cp "$assets/icons.svg" "$assets/pictures.svg" "$assets/icon.svg" "$out/"
cp "$assets"/fonts/*.woff2 "$out/fonts/"
