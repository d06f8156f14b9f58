using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy against the label and, to a part, the class that the model finds likeliest itself.</summary>
/// <remarks>
/// <code>
/// L = −β ln p_y − (1 − β) maxₖ ln pₖ            p = softmax(z)
/// ∂L/∂zⱼ = pⱼ − β 1[j = y] − (1 − β) 1[j = the likeliest]
/// </code>
/// Of several likeliest classes the first counts. β = 1 is cross entropy. Reference: S. Reed, H. Lee, D. Anguelov, C.
/// Szegedy, D. Erhan, A. Rabinovich, "Training Deep Neural Networks on Noisy Labels with Bootstrapping", 2014,
/// arXiv:1412.6596.
/// </remarks>
/// <param name="beta">β: how far the label is trusted; in [0, 1].</param>
public readonly struct HardBootstrappingLoss(double beta) : IGraphLoss<HardBootstrappingLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 0.8, Domain.Unit, "how far the label is trusted");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hard-bootstrapping",
        Title = "hard bootstrapping",
        Use = "Several classes, where some labels are wrong and the model is right about most rows already.",
        Avoid = "A start from nothing: the model then trusts its first guesses. Begin with cross entropy.",
        Reference = "S. Reed et al., Training Deep Neural Networks on Noisy Labels with Bootstrapping, 2014, "
            + "arXiv:1412.6596",
        Latex = @"-\beta \ln p_y - (1 - \beta) \max_k \ln p_k",
        Names = new() { Chinese = "硬自举损失" },
        Tasks = LossTask.MultiClass,
        Link = Link.Softmax,
        Parameters = [BetaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ClassCards.OfClasses;

    /// <summary>How far the label is trusted.</summary>
    public double Beta { get; } = BetaCard.Bind(beta).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = Beta == 1 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => RowOperation.OfClasses(tape, inputs, new Formula(1 - Beta));

    /// <summary>One row.</summary>
    private readonly struct Formula(double rest) : IRowFormula
    {
        public double Value(ClassRow row, Span<double> gradient)
        {
            int likeliest = 0;
            for (int k = 1; k < row.Classes; k++)
            {
                likeliest = row.Scores[k] > row.Scores[likeliest] ? k : likeliest;
            }

            double value = RowSoftmax.CrossEntropy(row.Scores, row.Target, gradient);
            gradient[row.Target] += rest;
            gradient[likeliest] -= rest;
            return value + (rest * (row.Scores[row.Target] - row.Scores[likeliest]));
        }

        public Tensor<T> Compose<T>(RowTensors<T> rows) where T : unmanaged, IFloatingPointIeee754<T>
        {
            Tape<T> tape = rows.Tape;
            Tensor<T> lead = tape.Subtract(rows.OfTarget(rows.Scores), tape.Max(rows.Scores, [-1]));
            return tape.Add(rows.CrossEntropy(rows.Scores), tape.Scale(lead, rest));
        }
    }
}
