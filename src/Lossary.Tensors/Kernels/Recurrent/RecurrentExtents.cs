using System.Numerics;

namespace Lossary.Tensors;

/// <summary>How large a recurrence is, and how it is cut into chunks of sequences that threads work on.</summary>
/// <remarks>
/// A chunk goes through all steps alone, so threads wait for each other only at the end. Chunks are the same for any
/// number of threads. Units are padded to whole cache lines, so kernels meet whole lanes only.
/// </remarks>
/// <param name="Batch">How many sequences.</param>
/// <param name="Time">How many steps.</param>
/// <param name="Inputs">The width of a step's input.</param>
/// <param name="Hidden">How many units.</param>
/// <param name="IsReversed">True where the last step comes first.</param>
internal readonly record struct RecurrentExtents(int Batch, int Time, int Inputs, int Hidden, bool IsReversed)
{
    /// <summary>
    /// Enough to multiply four tiles' rows with each panel of weights while it is in the first cache.
    /// </summary>
    public const int RowsOfChunk = 16;

    /// <summary>Fewer multiplications than this are done before a second thread has woken.</summary>
    private const long MultiplicationsWorthAThread = 1 << 21;

    /// <summary>How many chunks there are.</summary>
    public int Chunks => (Batch + RowsOfChunk - 1) / RowsOfChunk;

    /// <summary>How many sequences a chunk has.</summary>
    public int RowsOf(int chunk) => Math.Min(RowsOfChunk, Batch - (chunk * RowsOfChunk));

    /// <summary>Which step of the input comes at a place in the order of computation.</summary>
    public int TimeOf(int step) => IsReversed ? Time - 1 - step : step;

    /// <summary>Units and what pads them.</summary>
    public int Units<T>() where T : unmanaged, IFloatingPointIeee754<T> => AlignedMemory.RoundUp<T>(Hidden);

    /// <summary>True where sharing the work pays.</summary>
    public bool IsLarge(int gates) =>
        (long)Batch * Time * (Inputs + Hidden) * gates * Hidden >= MultiplicationsWorthAThread;
}
