using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What is kept of each row of scores while its classes pass by, block after block.</summary>
internal readonly unsafe struct ScoreTotals
{
    private readonly double* _memory;
    private readonly nint _rows;

    private ScoreTotals(double* memory, int rows)
    {
        _memory = memory;
        _rows = rows;
    }

    /// <summary>The largest score so far.</summary>
    public double* Largest => _memory;

    /// <summary>Σ e^(score − largest).</summary>
    public double* Total => _memory + _rows;

    /// <summary>Σ weight · score.</summary>
    public double* Weighted => _memory + (2 * _rows);

    /// <summary>The target's score.</summary>
    public double* OfTarget => _memory + (3 * _rows);

    /// <summary>ln Σ e^score, once all classes have passed.</summary>
    public double* LogTotal => _memory + (4 * _rows);

    /// <summary>The largest score of the block.</summary>
    public double* BlockLargest => _memory + (5 * _rows);

    /// <summary>Σ e^(score − largest) of the block.</summary>
    public double* BlockTotal => _memory + (6 * _rows);

    /// <summary>Memory of the tape for so many rows that nothing has passed yet.</summary>
    public static ScoreTotals Rent<T>(Tape<T> tape, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> memory = tape.RentMemory(checked(7 * rows * sizeof(double) / Unsafe.SizeOf<T>()));

        // The tape's memory is pinned.
        ScoreTotals totals = new((double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)), rows);
        new Span<double>(totals._memory, 7 * rows).Clear();
        new Span<double>(totals.Largest, rows).Fill(double.NegativeInfinity);
        return totals;
    }
}
