using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of a row that was mixed of two: each one's class counts by its share.</summary>
/// <remarks>
/// <code>
/// L = λ CE(z, a) + (1 − λ) CE(z, b)
/// ∂L/∂zⱼ = softmax(z)ⱼ − λ 1[j = a] − (1 − λ) 1[j = b]
/// </code>
/// The inputs are mixed alike: x = λ x₁ + (1 − λ) x₂, λ drawn from a Beta distribution; CutMix pastes a patch instead,
/// and λ is the rest of the area. Reference: H. Zhang, M. Cisse, Y. N. Dauphin, D. Lopez-Paz, "mixup: Beyond Empirical
/// Risk Minimization", ICLR 2018, arXiv:1710.09412.
/// </remarks>
public readonly struct MixupLoss : IGraphLoss<MixupLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mixup",
        Title = "mixup cross entropy",
        Use = "Several classes, by a network that learns its rows by heart.",
        Avoid = "Rows whose mixture means nothing, as tables with categories: take label smoothing.",
        Reference = "H. Zhang et al., mixup: Beyond Empirical Risk Minimization, 2018, arXiv:1710.09412",
        Latex = @"\lambda\, \mathrm{CE}(z, a) + (1 - \lambda)\, \mathrm{CE}(z, b)",
        Aliases = ["cutmix"],
        Names = new() { Chinese = "混合交叉熵" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        new("other", "b", InputKind.ClassNumber, "n", "the class of the row that was mixed in") { Below = "k" },
        new("share", @"\lambda", InputKind.Probability, "n", "the share of the first class"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(
            tape, inputs, new Formula(inputs.Whole("other"), ClassCards.Numbers(inputs, "share")));

    /// <summary>One row.</summary>
    private readonly struct Formula(int[] others, double[] shares) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            int other = others[row.Index];
            double rest = 1 - shares[row.Index];
            double value = RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient);
            gradient[row.Target] += rest;
            gradient[other] -= rest;
            return value + (rest * (row.Scores[row.Target] - row.Scores[other]));
        }
    }
}
