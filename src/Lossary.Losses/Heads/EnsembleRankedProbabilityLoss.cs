using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// How far the members of an ensemble, or samples, are from what came, less half their distance from each other.
/// </summary>
/// <remarks>
/// <code>
/// L = (1/m) Σᵢ |xᵢ − t| − ½ Σᵢⱼ |xᵢ − xⱼ| / m²     (m (m − 1) in the fair form)
/// </code>
/// One sort a row. Members that are equal share no order: the gradient is one of their subgradients. Reference: T.
/// Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007,
/// doi:10.1198/016214506000001437.
/// </remarks>
/// <param name="fair">1 to judge what the members are drawn from, 0 the members themselves; 0 or 1.</param>
public readonly struct EnsembleRankedProbabilityLoss(double fair)
    : IGraphLoss<EnsembleRankedProbabilityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard FairCard = new(
        "fair", "f", 1, new Domain(0, 1, true, true, EndsOnly: true),
        "1 to judge what the members are drawn from, 0 the members themselves");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "crps-ensemble",
        Title = "continuous ranked probability score, ensemble",
        Use = "Training a generator of samples, or weighing forecasts of weather.",
        Avoid = "A form of the distribution is known: crps-gaussian has no noise of samples.",
        Reference = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
            + "doi:10.1198/016214506000001437",
        Latex = @"\frac{1}{m} \sum_i \lvert x_i - t \rvert - \frac{1}{2 m^2} \sum_{i, j} \lvert x_i - x_j \rvert",
        Aliases = ["crps"],
        Names = new() { Chinese = "连续分级概率评分（集合）" },
        Translations =
        [
            new("properscoring.crps_ensemble()", "crps-ensemble:fair=0"),
            new("scoringrules.crps_ensemble(estimator=\"fair\")", "crps-ensemble:fair=1"),
        ],
        Tasks = LossTask.Probabilistic,
        Parameters = [FairCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("members", "x", InputKind.Real, "n, m", "members or samples") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n", "what came"),
    ];

    /// <summary>1 to judge what the members are drawn from, 0 the members themselves.</summary>
    public Parameter Fair { get; } = FairCard.Bind(fair);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> members = inputs["members"];
        int n = members.Shape[0], m = members.Shape[1];
        Tensor<T> target = tape.BroadcastTo(tape.Reshape(inputs["target"], new Shape(n, 1)), members.Shape);
        Tensor<T> errors = tape.Subtract(members, target);
        Tensor<T> pulls = Pulls(tape, errors);
        Tensor<T> spread = tape.Sum(tape.Multiply(errors, pulls), [-1]);
        return new(tape.Subtract(tape.Mean(tape.Abs(errors), [-1]), spread));
    }

    /// <summary>What each member counts in Σᵢⱼ |xᵢ − xⱼ| / 2m²: (2 rank − m + 1) / m², ranks from 0.</summary>
    private Tensor<T> Pulls<T>(Tape<T> tape, Tensor<T> errors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int m = errors.Shape[1];
        double pairs = Fair.Value == 0 ? (double)m * m : Math.Max(1, (double)m * (m - 1));
        Tensor<T> pulls = tape.Rent(errors.Shape);
        T[] sorted = new T[m];
        int[] order = new int[m];
        for (int start = 0; start < errors.Shape.Length; start += m)
        {
            errors.Values.Slice(start, m).CopyTo(sorted);
            for (int i = 0; i < m; i++)
            {
                order[i] = i;
            }

            Array.Sort(sorted, order);
            for (int rank = 0; rank < m; rank++)
            {
                pulls.Values[start + order[rank]] = T.CreateTruncating(((2 * rank) - m + 1) / pairs);
            }
        }

        return pulls;
    }
}
