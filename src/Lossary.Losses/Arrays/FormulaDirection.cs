namespace Lossary.Losses;

/// <summary>Along what a formula's slope is taken, sample by sample.</summary>
internal readonly unsafe struct FormulaDirection<T>(T* start, int first, int width)
    where T : unmanaged
{
    /// <summary>By how much the moved numbers are moved, a stride of the sheet for each.</summary>
    public readonly T* Start = start;

    /// <summary>The first number that is moved.</summary>
    public readonly int First = first;

    /// <summary>How many are moved, from there on.</summary>
    public readonly int Width = width;
}
