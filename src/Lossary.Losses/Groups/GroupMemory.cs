namespace Lossary.Losses;

/// <summary>A thread's working memory for groups of rows; grows to the largest group and is kept.</summary>
internal sealed class GroupMemory
{
    private const int Slots = 16;

    [ThreadStatic]
    private static GroupMemory? s_own;

    private readonly double[]?[] _numbers = new double[]?[Slots];
    private readonly int[]?[] _indices = new int[]?[Slots];

    /// <summary>This thread's.</summary>
    public static GroupMemory Own => s_own ??= new();

    /// <summary>Numbers that last until the same slot is asked for again; what stands in them is arbitrary.</summary>
    public Span<double> Numbers(int slot, int count) => Take(ref _numbers[slot], count);

    /// <summary>Indices that last until the same slot is asked for again; what stands in them is arbitrary.</summary>
    public Span<int> Indices(int slot, int count) => Take(ref _indices[slot], count);

    private static Span<TItem> Take<TItem>(ref TItem[]? slot, int count)
    {
        if (slot is null || slot.Length < count)
        {
            slot = new TItem[int.Max(count, 2 * (slot?.Length ?? 32))];
        }

        return slot.AsSpan(0, count);
    }
}
