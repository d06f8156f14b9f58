namespace Lossary.Losses;

/// <summary>One row of scores in double precision, what is known of it, and memory to work in.</summary>
internal readonly ref struct ClassRow(GroupMemory memory, int index, int classes, int target)
{
    /// <summary>Where rows of scores stand in the memory.</summary>
    internal const int ScoreSlot = 0;

    /// <summary>Where rows of labels stand in the memory.</summary>
    internal const int LabelSlot = 1;

    /// <summary>Where gradients stand in the memory.</summary>
    internal const int GradientSlot = 2;

    private const int FirstFree = 3;

    private readonly GroupMemory _memory = memory;

    /// <summary>Which row of the batch it is.</summary>
    public int Index { get; } = index;

    /// <summary>The number of classes; at least 1.</summary>
    public int Classes { get; } = classes;

    /// <summary>The row's class; −1 where labels say it.</summary>
    public int Target { get; } = target;

    /// <summary>Shape [classes].</summary>
    public ReadOnlySpan<double> Scores => _memory.Numbers(ScoreSlot, Classes);

    /// <summary>Shape [classes]: 0 and 1, or shares; only where the loss reads them.</summary>
    public ReadOnlySpan<double> Labels => _memory.Numbers(LabelSlot, Classes);

    /// <summary>Working memory, shape [classes].</summary>
    public Span<double> Free(int slot) => _memory.Numbers(FirstFree + slot, Classes);
}
