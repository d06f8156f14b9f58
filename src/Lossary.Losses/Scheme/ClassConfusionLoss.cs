using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// In a new domain without labels, a classifier is not to waver between the same classes again and again.
/// </summary>
/// <remarks>
/// <code>
/// p = softmax(z/τ),  wᵢ = n (1 + e^(−Hᵢ)) / Σ (1 + e^(−H)),  C = pᵀ diag(w) p
/// L = 1 − mean over k of C[k, k] / Σⱼ C[k, j]
/// </code>
/// H is the entropy of a row; the weights have no gradient. There is one term for the batch. Reference: Y. Jin, X.
/// Wang, M. Long, J. Wang, Minimum Class Confusion for Versatile Domain Adaptation, 2020, arXiv:1912.03699.
/// </remarks>
/// <param name="temperature">How far shares are softened; positive.</param>
public readonly struct ClassConfusionLoss(double temperature) : IGraphLoss<ClassConfusionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 2.5, Domain.Positive, "how far shares are softened");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "minimum-class-confusion",
        Title = "minimum class confusion (MCC)",
        Use = "Adapting a classifier to a domain without labels, beside cross entropy on the labelled one.",
        Avoid = "Batches are small, so that many classes are absent.",
        Reference = "Y. Jin, X. Wang, M. Long, J. Wang, Minimum Class Confusion for Versatile Domain Adaptation, "
            + "2020, arXiv:1912.03699",
        Latex = @"1 - \frac{1}{K} \sum_k \frac{C_{kk}}{\sum_j C_{kj}}, \quad C = p^\top \mathrm{diag}(w)\, p",
        Aliases = ["mcc-domain"],
        Names = new() { Chinese = "最小类别混淆损失" },
        Tasks = LossTask.None,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits in the domain without labels")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>How far shares are softened.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held, IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logShares = tape.LogSoftmax(tape.Scale(inputs["logits"], 1 / Temperature.Value));
        Tensor<T> shares = tape.Exp(logShares);
        Tensor<T> weights = tape.Shift(tape.Exp(tape.Negate(tape.EntropyRows(tape.Detach(logShares)))), 1);
        Tensor<T> weighed = tape.Multiply(shares, tape.Reshape(weights, new Shape(weights.Shape.Length, 1)));
        Tensor<T> confusion = tape.MatMul(tape.Transpose(weighed), shares);
        int classes = shares.Shape[1];
        Tensor<T> wrong = tape.Sum(tape.Multiply(confusion, tape.OffDiagonal<T>(classes)), [1]);

        // A class whose share underflows everywhere is nobody's answer, and confused with none.
        Tensor<T> ratios = tape.Formula(default(RatioOrZero), wrong, tape.Sum(confusion, [1]));
        return new(tape.Scale(tape.Sum(ratios), 1.0 / classes));
    }
}
