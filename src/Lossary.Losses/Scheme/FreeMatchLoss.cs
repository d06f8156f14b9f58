using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// FixMatch whose thresholds follow how sure the network is, with a term that keeps all classes in use.
/// </summary>
/// <remarks>
/// <code>
/// L = mean 1[max p̂ ≥ τ p̃_c / max p̃] CE(z, c) + w Σₖ uₖ ln vₖ        c = argmax p̂
/// u ∝ p̃ / h̃        v ∝ p̄ / h̄
/// </code>
/// τ, p̃ and h̃ are the caller's: running means over batches (of decay 0.999, from 1/k each) of max p̂, of p̂ and of
/// the shares that classes have of the answers c. p̄ is the mean answer to the believed samples, strongly changed, h̄
/// the shares that classes have of those answers, without a gradient. A class that is nobody's answer has u or v = 0;
/// as in the authors' code 10⁻¹² is added to v; the sign is the paper's. Reference: Y. Wang et al.,
/// FreeMatch: Self-adaptive Thresholding for Semi-supervised Learning, 2023, arXiv:2205.07246.
/// </remarks>
/// <param name="fairness">w: what it weighs that all classes are used; not negative.</param>
public readonly struct FreeMatchLoss(double fairness) : IGraphLoss<FreeMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FairnessCard = new(
        "fairness", "w", 0.01, Domain.NonNegative, "what it weighs that all classes are used");

    /// <summary>What keeps the logarithm finite for a class that is nobody's answer.</summary>
    private const double Least = 1e-12;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "freematch",
        Title = "FreeMatch",
        Use = "Very few labels: thresholds start low and rise with the network, for each class by itself.",
        Avoid = "Batches hold few samples of each class: running means and the fairness term are noise then.",
        Reference = "Y. Wang et al., FreeMatch: Self-adaptive Thresholding for Semi-supervised Learning, 2023, "
            + "arXiv:2205.07246",
        Latex = @"\left[\hat p_c \ge \tau \tfrac{\tilde p_c}{\max_k \tilde p_k}\right] \cdot \operatorname{CE}(z, c) "
            + @"+ w \sum_k u_k \ln v_k,\quad c = \arg\max_k \hat p_k,\; u \propto \tilde p / \tilde h,\; "
            + @"v \propto \bar p / \bar h",
        Aliases = ["self-adaptive-threshold"],
        Names = new() { Chinese = "FreeMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [FairnessCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Answers,
        new("sureness", @"\tau", InputKind.Probability, "1", "how sure answers are of late"),
        new("usual", @"\tilde p", InputKind.Shares, "k", "the mean answer of late"),
        new("histogram", @"\tilde h", InputKind.Shares, "k", "the shares that classes have of the answers of late"),
    ];

    /// <summary>What it weighs that all classes are used.</summary>
    public Parameter Fairness { get; } = FairnessCard.Bind(fairness);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(FreeMatchLoss loss, LossInputs<double> inputs, RandomStream random) =>
        MatchInputs.SharpenSome(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weak = tape.LogSoftmax(inputs["weak"]), strong = tape.LogSoftmax(inputs["strong"]);
        Tensor<T> usual = inputs["usual"], thresholds = tape.Rent(usual.Shape);
        T most = T.Zero;
        foreach (T share in usual.Values)
        {
            most = T.Max(most, share);
        }

        for (int k = 0; k < usual.Shape.Length; k++)
        {
            thresholds.Values[k] = inputs["sureness"].Scalar * usual.Values[k] / most;
        }

        Tensor<T> isBelieved = Confidence.IsSure(tape, weak, thresholds.Values);
        Tensor<T> losses = tape.Where(isBelieved, Confidence.CrossEntropy(tape, weak, strong), tape.Zero());
        return new(isBelieved.Values.Contains(T.One)
            ? tape.Add(losses, tape.Scale(Unfairness(tape, strong, isBelieved, inputs), Fairness.Value))
            : losses);
    }

    /// <summary>Σ u ln v, from answers some of which at least are believed.</summary>
    private static Tensor<T> Unfairness<T>(Tape<T> tape, Tensor<T> strong, Tensor<T> isBelieved, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> counts = tape.Rent(inputs["usual"].Shape), wanted = tape.Rent(counts.Shape);
        counts.Values.Clear();
        for (int i = 0; i < isBelieved.Shape.Length; i++)
        {
            counts.Values[Confidence.Answer(strong, i)] += isBelieved.Values[i];
        }

        OverHistogram(inputs["usual"].Values, inputs["histogram"].Values, wanted.Values);
        Tensor<T> ones = tape.Rent(counts.Shape), inverses = tape.Rent(counts.Shape);
        ones.Values.Fill(T.One);
        OverHistogram(ones.Values, counts.Values, inverses.Values);
        Tensor<T> believed = tape.Reshape(isBelieved, new Shape(isBelieved.Shape.Length, 1));
        Tensor<T> used = tape.Multiply(tape.Sum(tape.Multiply(tape.Exp(strong), believed), [0]), inverses);
        Tensor<T> shares = tape.Divide(used, tape.Sum(used, [-1], keepDimensions: true));
        Tensor<T> logarithms = tape.Log(tape.Add(shares, tape.Constant(new Shape(1), [T.CreateTruncating(Least)])));
        return tape.Sum(tape.Multiply(wanted, logarithms), [-1], keepDimensions: true);
    }

    /// <summary>Shares over a histogram, of sum 1; 0 where the histogram is.</summary>
    private static void OverHistogram<T>(ReadOnlySpan<T> shares, ReadOnlySpan<T> histogram, Span<T> quotients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        for (int k = 0; k < shares.Length; k++)
        {
            quotients[k] = histogram[k] > T.Zero ? shares[k] / histogram[k] : T.Zero;
            sum += quotients[k];
        }

        foreach (ref T quotient in quotients)
        {
            quotient = sum > T.Zero ? quotient / sum : T.Zero;
        }
    }
}
