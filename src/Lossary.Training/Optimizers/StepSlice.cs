using System.Numerics;

namespace Lossary.Training;

/// <summary>A run of parameters that one step treats alike.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public readonly ref struct StepSlice<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is adjusted, <c>[n]</c>.</summary>
    public required Span<T> Parameters { get; init; }

    /// <summary>The objective's gradient, <c>[n]</c>.</summary>
    public required ReadOnlySpan<T> Gradients { get; init; }

    /// <summary>Where the run begins in the whole buffer, and in the optimizer's state.</summary>
    public required int Start { get; init; }

    /// <summary>The learning rate of these parameters.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The weight decay of these parameters; 0 where their group has none.</summary>
    public required double WeightDecay { get; init; }
}
