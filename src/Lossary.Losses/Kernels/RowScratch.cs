using System.Numerics;

namespace Lossary.Losses;

/// <summary>What a kernel keeps of up to sixty-four rows between its loops; on the stack.</summary>
/// <param name="memory">At least <see cref="Length"/> elements.</param>
/// <param name="targets">At least <see cref="Rows"/> elements.</param>
internal readonly unsafe struct RowScratch<T>(T* memory, int* targets)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The most rows that go through the loops together: whole lanes of every width.</summary>
    public const int Rows = 64;

    /// <summary>Up to so many classes a row is narrow: the rows lie transposed in <see cref="Columns"/>.</summary>
    public const int NarrowClasses = 16;

    /// <summary>Seven numbers for each row, then the columns.</summary>
    public const int Length = (7 + NarrowClasses) * Rows;

    /// <summary>Each row's largest score; later the gradient at its target.</summary>
    public readonly T* Largest = memory;

    /// <summary>
    /// Each row's sum of exponentials without that of the largest; later the factor of its exponentials.
    /// </summary>
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

    /// <summary>Shape [classes, <see cref="Rows"/>]: narrow rows' scores, then exponentials, then gradients.</summary>
    public readonly T* Columns = memory + (7 * Rows);

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
