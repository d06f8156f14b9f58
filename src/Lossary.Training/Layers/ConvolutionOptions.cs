using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What a convolution layer is made of.</summary>
/// <param name="Inputs">How many channels it gets; positive.</param>
/// <param name="Outputs">How many channels it makes; positive.</param>
/// <param name="Window">Its kernel, and how that is moved.</param>
public sealed record ConvolutionOptions(int Inputs, int Outputs, Window Window)
{
    /// <summary>What the sums go through; null for nothing.</summary>
    public Activation? Activation { get; init; }

    /// <summary>How the weights are drawn; null for He before ReLU, Xavier before everything else.</summary>
    public Initialization? Initialization { get; init; }

    /// <summary>In how many parts the channels fall, on both sides; positive.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>False for sums without a bias, as before a normalisation.</summary>
    public bool HasBias { get; init; } = true;

    /// <summary>Transposed only: rows that the stride leaves open at the bottom; below the stride.</summary>
    public int OutputPaddingHeight { get; init; }

    /// <summary>Transposed only: columns that the stride leaves open at the right; below the stride.</summary>
    public int OutputPaddingWidth { get; init; }
}
