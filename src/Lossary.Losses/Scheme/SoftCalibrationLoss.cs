using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far confidence and correctness are apart in bins of confidence that samples belong to softly.</summary>
/// <remarks>
/// <code>
/// uᵢₘ = softmax over m of −(rᵢ − bₘ)² / τ,  bₘ the middles of M bins of 0 … 1
/// L = √(Σₘ (Σᵢ uᵢₘ (cᵢ − rᵢ))² / (n Σᵢ uᵢₘ))
/// </code>
/// r is the largest share of a row, c is 1 where it is right, a constant. Add it to cross entropy; alone it does not
/// teach. Memory is n · M numbers. Reference: A. Karandikar et al., Soft Calibration Objectives for Neural Networks,
/// 2021, arXiv:2108.00106.
/// </remarks>
/// <param name="bins">How many bins of confidence; a whole number from 1.</param>
/// <param name="temperature">How softly a confidence belongs to a bin; positive.</param>
public readonly struct SoftCalibrationLoss(double bins, double temperature)
    : IGraphLoss<SoftCalibrationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BinsCard = new(
        "bins", "M", 15, new Domain(1, 10000, true, true), "how many bins of confidence");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.01, Domain.Positive, "how softly a confidence belongs to a bin");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "soft-ece",
        Title = "soft calibration error",
        Use = "A classifier that is to be right as often as it says it is, trained with cross entropy in batches of "
            + "hundreds.",
        Avoid = "Batches are small, so that bins are empty. Calibrating afterwards by one temperature often serves.",
        Reference = "A. Karandikar et al., Soft Calibration Objectives for Neural Networks, 2021, arXiv:2108.00106",
        Latex = @"\sqrt{\sum_m \frac{\left(\sum_i u_{im} (c_i - r_i)\right)^2}{n \sum_i u_{im}}}",
        Aliases = ["soft-expected-calibration-error"],
        Names = new() { Chinese = "软期望校准误差" },
        Tasks = LossTask.None,
        Parameters = [BinsCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>How many bins of confidence.</summary>
    public Parameter Bins { get; } = BinsCard.Bind(bins);

    /// <summary>How softly a confidence belongs to a bin.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logShares = tape.LogSoftmax(inputs["logits"]);
        Tensor<T> sure = tape.Exp(tape.Max(logShares, [-1]));
        Tensor<T> gap = tape.Subtract(Confidence.IsRight(tape, logShares, inputs.Whole(tape, "target")), sure);
        int n = inputs.Extent("n"), bins = (int)Bins.Value;
        Tensor<T> middles = tape.Rent(new Shape(1, bins));
        for (int m = 0; m < bins; m++)
        {
            middles.Values[m] = T.CreateTruncating((m + 0.5) / bins);
        }

        Tensor<T> apart = tape.Square(tape.Subtract(tape.Reshape(sure, new Shape(n, 1)), middles));
        Tensor<T> shares = tape.Softmax(tape.Scale(apart, -1 / Temperature.Value));
        Tensor<T> gaps = tape.Sum(tape.Multiply(shares, tape.Reshape(gap, new Shape(n, 1))), [0]);
        Tensor<T> squares = tape.Formula(default(RatioOrZero), tape.Square(gaps), tape.Sum(shares, [0]));
        return new(tape.SqrtOrZero(tape.Scale(tape.Sum(squares), 1.0 / int.Max(1, n))));
    }
}
