using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy of scores that start from the classes' frequencies: what is learnt beyond these is right for classes
/// that are equally frequent.
/// </summary>
/// <remarks>
/// <code>
/// L = ln Σₖ exp(zₖ + τ ln πₖ) − z_y − τ ln π_y
/// ∂L/∂zⱼ = softmax(z + τ ln π)ⱼ − 1[j = y]
/// </code>
/// Consistent for the balanced error at τ = 1, where it is the balanced softmax; softmax(z + ln π) are the
/// probabilities themselves. Frequencies need not sum to 1. Reference: A. K. Menon, S. Jayasumana, A. S. Rawat, H.
/// Jain, A. Veit, S. Kumar, "Long-Tail Learning via Logit Adjustment", ICLR 2021, arXiv:2007.07314; J. Ren et al.,
/// "Balanced Meta-Softmax for Long-Tailed Visual Recognition", NeurIPS 2020, arXiv:2007.10740.
/// </remarks>
/// <param name="tau">τ: how far the frequencies are taken out; 0 or more.</param>
public readonly struct LogitAdjustedLoss(double tau) : IGraphLoss<LogitAdjustedLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TauCard = new(
        "tau", @"\tau", 1, Domain.NonNegative, "how far the frequencies are taken out");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "logit-adjusted",
        Title = "logit-adjusted cross entropy",
        Use = "Several classes with a long tail, judged by the mean accuracy over the classes.",
        Avoid = "Classes that will be as frequent in use as in the data: take cross entropy.",
        Reference = "A. K. Menon et al., Long-Tail Learning via Logit Adjustment, 2021, arXiv:2007.07314",
        Latex = @"\ln \sum_k e^{z_k + \tau \ln \pi_k} - z_y - \tau \ln \pi_y",
        Aliases = ["balanced-softmax", "logit-adjustment"],
        Names = new() { Chinese = "对数几率调整交叉熵" },
        Tasks = LossTask.MultiClass,
        Link = Link.Score,
        Parameters = [TauCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        ClassCards.Scores,
        ClassCards.Targets,
        new("prior", @"\pi", InputKind.Positive, "k", "how frequent each class is in the training data"),
    ];

    /// <summary>How far the frequencies are taken out.</summary>
    public double Tau { get; } = TauCard.Bind(tau).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RowOperation.OfClasses(tape, inputs, new Formula(Tau, ClassCards.Numbers(tape, inputs, "prior")));

    /// <summary>One row.</summary>
    private readonly struct Formula(double tau, double[] priors) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            Span<double> adjusted = row.Free(0);
            for (int k = 0; k < row.Classes; k++)
            {
                adjusted[k] = row.Scores[k] + (tau * RealFunctions.Log(priors[k]));
            }

            return RowSoftmax.CrossEntropy(adjusted, row.Target, gradient);
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            double[] shifts = new double[priors.Length];
            for (int k = 0; k < shifts.Length; k++)
            {
                shifts[k] = tau * RealFunctions.Log(priors[k]);
            }

            return rows.CrossEntropy(rows.Tape.Add(rows.Scores, rows.ByClass(shifts)));
        }
    }
}
