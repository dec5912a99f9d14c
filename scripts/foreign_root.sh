#!/bin/sh
# A folder with another CPU's Python in it, from Debian's packages, for running rejit under qemu's user emulation:
#
#     scripts/foreign_root.sh DEBIAN QEMU FOLDER && FOLDER/python -c 'import os; print(os.uname().machine)'
#
# Nothing is installed and nothing outside the folder changed: apt-get fetches the packages with a configuration of
# their own, dpkg-deb unpacks them. `python` in the folder starts the interpreter under qemu.
set -eu
[ $# -ge 3 ] || { echo "foreign_root.sh: Debian's name of the CPU, qemu's program, the folder" >&2; exit 2; }
arch=$1
qemu=$2
root=$3
shift 3
command -v "$qemu" >/dev/null || { echo "foreign_root.sh: $qemu is not installed: apt-get install qemu-user-static" >&2; exit 1; }
[ -x "$root/python" ] && exit 0

mkdir -p "$root"
root=$(cd "$root" && pwd)
work=$root/.packages
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
: > "$work/status"
# The distribution's own source, without -security, which has its packages in other files.
if [ -s /etc/apt/sources.list.d/debian.sources ]; then
    awk 'BEGIN { RS = ""; ORS = "\n\n" } !/-security/' /etc/apt/sources.list.d/debian.sources |
        sed '/^#/d' > "$work/debian.sources"
    list=$work/debian.sources
else
    grep -h '^deb ' /etc/apt/sources.list | grep -v -e -security > "$work/sources.list"
    list=$work/sources.list
fi
cat > "$work/apt.conf" <<CONF
Dir::State::lists "$work/lists";
Dir::State::status "$work/status";
Dir::Cache "$work/cache";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::sourcelist "$list";
APT::Architecture "$arch";
APT::Architectures { "$arch"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
CONF
export APT_CONFIG="$work/apt.conf"
apt-get update -qq
version=$(apt-cache depends python3 | sed -n 's/^ *Depends: \(python3\.[0-9]*\)$/\1/p' | head -n 1)
cd "$work"
apt-get download -qq libc6 libgcc-s1 libstdc++6 libffi8 zlib1g libexpat1 libssl3 libbz2-1.0 liblzma5 \
    "lib$version-minimal" "$version-minimal" "lib$version-stdlib" "$@"

mkdir -p "$root/usr"
for folder in bin sbin lib lib64; do # the merged /usr that the packages expect
    mkdir -p "$root/usr/$folder"
    [ -e "$root/$folder" ] || ln -s "usr/$folder" "$root/$folder"
done
for package in "$work"/*.deb; do
    dpkg-deb -x "$package" "$root"
done
# qemu follows absolute links into the machine's own files.
find "$root" -type l -lname '/*' | while read -r link; do
    ln -sfnr "$root$(readlink "$link")" "$link"
done
rm -rf "$work"
# sys.executable is this script, so that what starts Python again goes through qemu too.
cat > "$root/python" <<START
#!/bin/sh
exec $qemu -L "$root" -0 "$root/python" "$root/usr/bin/$version" "\$@"
START
chmod +x "$root/python"
