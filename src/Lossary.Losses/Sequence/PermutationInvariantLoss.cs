using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Sources may come out in any order: of all orders the one with the least squared error counts.</summary>
/// <remarks>
/// <code>
/// L = min over orders π of mean of (ŝᵢ − s_π(i))²
/// </code>
/// The best order is found by an assignment, in the cube of the number of sources; it is a constant of the gradient.
/// There is one term for each sample. Reference: D. Yu, M. Kolbæk, Z.-H. Tan, J. Jensen, Permutation Invariant Training
/// of Deep Models for Speaker-Independent Multi-Talker Speech Separation, 2017, arXiv:1607.00325.
/// </remarks>
public readonly struct PermutationInvariantLoss : IGraphLoss<PermutationInvariantLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "permutation-invariant",
        Title = "permutation-invariant squared error",
        Use = "Separating sources of one kind, such as speakers, by magnitudes or masks.",
        Avoid = "Sources have names, such as voice and drums, or waveforms are compared: take squared, or "
            + "permutation-invariant-si-sdr.",
        Reference = "D. Yu, M. Kolbæk, Z.-H. Tan, J. Jensen, Permutation Invariant Training of Deep Models for "
            + "Speaker-Independent Multi-Talker Speech Separation, 2017, arXiv:1607.00325",
        Latex = @"\min_\pi \overline{(\hat s_i - s_{\pi(i)})^2}",
        Aliases = ["pit"],
        Names = new() { Chinese = "置换不变平方误差" },
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SourceOrder.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(PermutationInvariantLoss loss, LossInputs<double> inputs, RandomStream random) =>
        SourceOrder.Arrange(inputs, random);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SourceOrder.Best(
            tape, inputs, (prediction, target) => tape.Mean(tape.Square(tape.Subtract(prediction, target)), [1]));
}
