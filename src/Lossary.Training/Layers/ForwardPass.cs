using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What layers need beside their input: where to compute, and what is known about the batch.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public readonly ref struct ForwardPass<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a pass.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="noise">Where chance comes from while training; null in inference, which is without chance.</param>
    /// <param name="lengths">
    /// How many steps of each sequence of the batch are real, <c>[batch]</c>; empty where all are.
    /// </param>
    public ForwardPass(Tape<T> tape, RandomStream? noise = null, ReadOnlySpan<int> lengths = default)
    {
        ArgumentNullException.ThrowIfNull(tape);
        Tape = tape;
        Noise = noise;
        Lengths = lengths;
    }

    /// <summary>The tape to compute on.</summary>
    public Tape<T> Tape { get; }

    /// <summary>Where chance comes from while training; null in inference.</summary>
    public RandomStream? Noise { get; }

    /// <summary>How many steps of each sequence of the batch are real, <c>[batch]</c>; empty where all are.</summary>
    public ReadOnlySpan<int> Lengths { get; }

    /// <summary>True while training: dropout drops, and batch normalisation looks at the batch.</summary>
    public bool IsTraining => Noise is not null;
}
