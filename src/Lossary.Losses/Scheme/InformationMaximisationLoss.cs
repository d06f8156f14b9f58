using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean entropy of the answers less the entropy of the mean answer.</summary>
/// <remarks>
/// <code>
/// L = mean H(pᵢ) − β H(mean pᵢ)        β = 1: minus the information that the sample gives on the class
/// </code>
/// Reference: J. Liang, D. Hu, J. Feng, Do We Really Need to Access the Source Data?, 2020, arXiv:2002.08546.
/// </remarks>
/// <param name="beta">What it weighs that all classes are used; not negative.</param>
public readonly struct InformationMaximisationLoss(double beta)
    : IGraphLoss<InformationMaximisationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "what it weighs that all classes are used");

    /// <summary>A share below which a class counts as unused.</summary>
    private const double Least = 1e-30;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "information-maximisation",
        Title = "information maximisation",
        Use = "Samples without labels: each sample's answer sure, and all classes used.",
        Avoid = "Classes are of very unequal size: it makes them equal.",
        Reference = "J. Liang, D. Hu, J. Feng, Do We Really Need to Access the Source Data?, 2020, arXiv:2002.08546",
        Latex = @"\frac{1}{n} \sum_i H(p_i) - \beta H\left(\frac{1}{n} \sum_i p_i\right)",
        Aliases = ["diversity"],
        Names = new() { Chinese = "信息最大化" },
        Tasks = LossTask.None,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
    ];

    /// <summary>What it weighs that all classes are used.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.LogSoftmax(inputs["logits"]);
        Tensor<T> doubt = tape.Mean(tape.EntropyRows(logits));
        Tensor<T> shares = tape.Mean(tape.Exp(logits), [0], keepDimensions: true);
        Tensor<T> used = tape.Maximum(shares, tape.Constant(new Shape(1), [T.CreateTruncating(Least)]));
        Tensor<T> diversity = tape.EntropyRows(tape.Log(used));
        return new(tape.Subtract(doubt, tape.Scale(diversity, Beta.Value)));
    }
}
