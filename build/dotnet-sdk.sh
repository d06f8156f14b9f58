# Sourced by ./lossary and ./test: finds the .NET SDK, and says in one line how to get it where it is missing.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A bare Debian has no ICU, and nothing here depends on a culture.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

# Puts dotnet on the path if it lies where the install script leaves it, and tells the program's host where that is.
find_dotnet() {
    local file target
    if ! command -v dotnet > /dev/null 2>&1; then
        for file in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
            if [[ -n $file && -x $file/dotnet ]]; then
                PATH="$file:$PATH"
                break
            fi
        done
    fi

    file=$(command -v dotnet) || return 1
    while [[ -L $file ]]; do
        target=$(readlink "$file")
        [[ $target == /* ]] || target="$(dirname "$file")/$target"
        file=$target
    done
    export DOTNET_ROOT=${DOTNET_ROOT:-$(cd "$(dirname "$file")" && pwd -P)}
}

# require_sdk ROOT: stops the script unless an SDK that ROOT/global.json accepts is there.
require_sdk() {
    local found
    if ! find_dotnet; then
        found='no dotnet on the PATH'
    elif (cd "$1" && dotnet --version > /dev/null 2>&1); then
        return 0
    else
        found="found $(dotnet --list-sdks 2> /dev/null | awk '{ printf "%s%s", separator, $1; separator = ", " }')"
        [[ $found == 'found ' ]] && found='found a runtime without an SDK'
    fi

    printf '%s: needs the .NET SDK 10.0.400 or later (%s): https://dotnet.microsoft.com/download/dotnet/10.0\n' \
        "${0##*/}" "$found" >&2
    exit 1
}
