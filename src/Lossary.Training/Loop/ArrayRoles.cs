using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Which inputs of a loss of several arrays a network puts out, and which the data holds.</summary>
/// <remarks>Each input is one number for each sample, or a row of them: see <see cref="Width"/>.</remarks>
public sealed record ArrayRoles
{
    /// <summary>The inputs that are the network's outputs, in their order.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>The inputs that are the targets of a sample, in their order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>
    /// The input that says which group a sample belongs to, numbered anew from 0 in each batch; null where there is
    /// none.
    /// </summary>
    public string? Groups { get; init; }

    /// <summary>
    /// How many numbers of the one output each sample has, which the loss takes as a row, [samples, width]; null where
    /// each output is one number.
    /// </summary>
    public int? Width { get; init; }

    /// <summary>What is added to each output before the loss sees it, in their order; empty for nothing.</summary>
    public IReadOnlyList<float> Offsets { get; init; } = [];

    /// <summary>The inputs that are the same for every batch, such as a table of costs.</summary>
    public IReadOnlyDictionary<string, Tensor<float>> Constants { get; init; } =
        new Dictionary<string, Tensor<float>>();

    /// <summary>
    /// The input that is the same learned numbers for all samples, such as thresholds: the network's last outputs, made
    /// by <see cref="SharedOutputs{T}"/>; null where there is none.
    /// </summary>
    public string? Shared { get; init; }

    /// <summary>How many numbers <see cref="Shared"/> has.</summary>
    public int SharedCount { get; init; }

    /// <summary>How many outputs the network has for a sample.</summary>
    public int OutputCount => (Width ?? Outputs.Count) + SharedCount;
}
