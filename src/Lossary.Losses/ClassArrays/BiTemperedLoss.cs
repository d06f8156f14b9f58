using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy with two bends: a loss that stays bounded for outliers, and probabilities with heavy tails for wrong
/// labels near the boundary.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ tₖ (ln_a tₖ − ln_a pₖ) − (tₖ^(2 − a) − pₖ^(2 − a)) / (2 − a)
/// pₖ = exp_b(zₖ − λ), Σ p = 1        ln_t x = (x^(1 − t) − 1) / (1 − t), exp_t its inverse
/// ∂L/∂zⱼ = pⱼ^b (gⱼ − Σ gₖ pₖ^b / Σ pₖ^b),  gₖ = pₖ^(−a) (pₖ − tₖ)
/// </code>
/// a, b = 1 is cross entropy less the entropy of the shares. λ is found by bisection to the last bit. Reference: E.
/// Amid, M. K. Warmuth, R. Anil, T. Koren, "Robust Bi-Tempered Logistic Loss Based on Bregman Divergences", NeurIPS
/// 2019, arXiv:1906.03361.
/// </remarks>
/// <param name="first">a: how far the loss is bent, 0 to 1: 1 not at all.</param>
/// <param name="second">b: how heavy the tails of the probabilities are, 1 to 10: 1 is softmax.</param>
public readonly struct BiTemperedLoss(double first, double second) : IGraphLoss<BiTemperedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FirstCard = new(
        "t1", @"a", 0.8, new Domain(0, 1, true, true), "how far the loss is bent: 1 not at all");

    private static readonly ParameterCard SecondCard = new(
        "t2", @"b", 1.2, new Domain(1, 10, true, true), "how heavy the tails of the probabilities are: 1 is softmax");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bi-tempered",
        Title = "bi-tempered logistic",
        Use = "Several classes with wrong labels of both kinds: anywhere, and near the boundary.",
        Avoid = "Labels that are right: it is not convex, and slower. Take cross entropy.",
        Reference = "E. Amid et al., Robust Bi-Tempered Logistic Loss Based on Bregman Divergences, 2019, "
            + "arXiv:1906.03361",
        Latex = @"\sum_k t_k (\ln_a t_k - \ln_a p_k) - \frac{t_k^{2-a} - p_k^{2-a}}{2 - a}",
        Names = new() { Chinese = "双温度逻辑损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [FirstCard, SecondCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        new(
            ClassCards.Label, "t", InputKind.Shares, "n, k",
            "the share of each class; a class number is a one-hot row"),
    ];

    /// <summary>How far the loss is bent: 1 not at all.</summary>
    public double First { get; } = FirstCard.Bind(first).Value;

    /// <summary>How heavy the tails of the probabilities are: 1 is softmax.</summary>
    public double Second { get; } = SecondCard.Bind(second).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = First < 1,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfLabels(tape, inputs, new Formula(First, Second));

    /// <summary>One row.</summary>
    private readonly struct Formula(double first, double second) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> p = row.Free(0), tails = row.Free(1);
            Tempered.Probabilities(row.Scores, second, p);
            double value = 0, sum = 0, mean = 0;
            for (int k = 0; k < row.Classes; k++)
            {
                double t = row.Labels[k];
                value += t == 0 ? 0 : t * (Tempered.Log(t, first) - Tempered.Log(p[k], first));
                value -= (Tempered.Power(t, 2 - first) - Tempered.Power(p[k], 2 - first)) / (2 - first);
                tails[k] = Tempered.Power(p[k], second);
                gradient[k] = Tempered.Power(p[k], 1 - first) - (t == 0 ? 0 : t * Tempered.Power(p[k], -first));
                sum += tails[k];
                mean += gradient[k] * tails[k];
            }

            for (int k = 0; k < row.Classes; k++)
            {
                gradient[k] = tails[k] * (gradient[k] - (mean / sum));
            }

            return value;
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> p = Tempered.Probabilities(tape, rows.Scores, second);
            return rows.Sum(tape.Formula(new BiTemperedPart(first), p, rows.Labels));
        }
    }
}
