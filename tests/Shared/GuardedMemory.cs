using System.Runtime.InteropServices;

namespace Lossary.Tests.Shared;

/// <summary>
/// Memory between two pages that nobody may touch: who reads or writes beyond its ends brings the process down.
/// </summary>
/// <remarks>A read beyond an array gives right numbers nearly always, and now and then ends a user's program.</remarks>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 3, PrivateAnonymous = 0x22;

    private readonly byte* _start;
    private readonly nuint _length;
    private readonly nuint _page = (nuint)Environment.SystemPageSize;

    public GuardedMemory(int bytes)
    {
        _length = ((((nuint)bytes - 1) / _page) + 1) * _page;
        _start = (byte*)Map(null, _length + (2 * _page), ReadWrite, PrivateAnonymous, -1, 0);
        bool isGuarded = _start != (byte*)-1 && Protect(_start, _page, 0) == 0
            && Protect(_start + _page + _length, _page, 0) == 0;
        Assert.True(isGuarded, $"No guarded memory: error {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    /// <summary>Where <see cref="Place"/> puts numbers: before the page at the end, or after that at the start.</summary>
    public static IReadOnlyList<bool> Ends { get; } = [true, false];

    /// <summary>Numbers that lie next to a page that nobody may touch.</summary>
    public Span<T> Place<T>(scoped ReadOnlySpan<T> numbers, bool isAtEnd)
        where T : unmanaged
    {
        nuint bytes = (nuint)(numbers.Length * sizeof(T));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _length);
        Span<T> placed = new(_start + _page + (isAtEnd ? _length - bytes : 0), numbers.Length);
        numbers.CopyTo(placed);
        return placed;
    }

    public void Dispose() => Assert.Equal(0, Unmap(_start, _length + (2 * _page)));

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Unmap(void* address, nuint length);
}
