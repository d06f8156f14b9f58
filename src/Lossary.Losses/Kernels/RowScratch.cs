using System.Numerics;

namespace Lossary.Losses;

/// <summary>What a kernel keeps of up to sixteen rows between its loops; on the stack.</summary>
/// <param name="memory">At least <see cref="Length"/> elements.</param>
/// <param name="targets">At least <see cref="Rows"/> elements.</param>
internal readonly unsafe struct RowScratch<T>(T* memory, int* targets)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many rows go through the loops together.</summary>
    public const int Rows = 16;

    /// <summary>Seven rows of sixteen, then sixteen lanes.</summary>
    public const int Length = (7 * Rows) + (Rows * 16);

    /// <summary>Each row's largest score; later the gradient at its target.</summary>
    public readonly T* Largest = memory;

    /// <summary>Each row's sum of exponentials without that of the largest; later the factor of its exponentials.</summary>
    public readonly T* Sums = memory + Rows;

    /// <summary>The targets' scores.</summary>
    public readonly T* Scores = memory + (2 * Rows);

    /// <summary>The targets' exponentials.</summary>
    public readonly T* Exponentials = memory + (3 * Rows);

    /// <summary>The rows' weights; 0 is out.</summary>
    public readonly T* Weights = memory + (4 * Rows);

    /// <summary>The rows' losses.</summary>
    public readonly T* Values = memory + (5 * Rows);

    /// <summary>0, 1, 2 …</summary>
    public readonly T* Ramp = memory + (6 * Rows);

    /// <summary>A lane of exponentials for each row.</summary>
    public readonly T* Kept = memory + (7 * Rows);

    /// <summary>The rows' targets; −1 is out.</summary>
    public readonly int* Targets = targets;

    /// <summary>Clears all and writes the ramp.</summary>
    public void Prepare()
    {
        new Span<T>(Largest, Length).Clear();
        for (int i = 0; i < Rows; i++)
        {
            Ramp[i] = T.CreateTruncating(i);
        }
    }
}
