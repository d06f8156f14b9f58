using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What a multi-layer perceptron is made of: see <see cref="Network{T}.Perceptron"/>.</summary>
public sealed record PerceptronOptions
{
    /// <summary>The width of a row of features; positive.</summary>
    public required int Inputs { get; init; }

    /// <summary>The widths of the hidden layers; empty for a linear model.</summary>
    /// <value>64, 32.</value>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 32];

    /// <summary>How many raw predictions a row gets: 1, or one for each class.</summary>
    /// <value>1.</value>
    public int Outputs { get; init; } = 1;

    /// <summary>The activation of the hidden layers.</summary>
    /// <value>ReLU.</value>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>
    /// How the weights of all layers are drawn; null for each layer's own rule, He for ReLU and Xavier else.
    /// </summary>
    /// <value>null.</value>
    public Initialization? Initialization { get; init; }

    /// <summary>The probability of dropping a hidden unit while training; in [0, 1).</summary>
    /// <value>0.</value>
    public double Dropout { get; init; }

    /// <summary>What the initial weights are drawn from.</summary>
    /// <value>0.</value>
    public ulong Seed { get; init; }

    /// <summary>
    /// What the output bias starts from, <c>[outputs]</c>, such as the mean of the targets before the link; or null for
    /// zeros.
    /// </summary>
    public IReadOnlyList<double>? OutputBias { get; init; }

    /// <summary>
    /// What numbers start from that are learned for all rows alike and follow each row's outputs: see
    /// <see cref="SharedOutputs{T}"/>.
    /// </summary>
    /// <value>None.</value>
    public IReadOnlyList<double> Shared { get; init; } = [];
}
