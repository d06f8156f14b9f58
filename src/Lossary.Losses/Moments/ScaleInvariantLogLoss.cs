using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Squared errors of logarithms, of whose common part a share is forgiven.</summary>
/// <remarks>
/// <code>
/// dᵢ = ln pᵢ − ln tᵢ        L = Σ dᵢ²/n − λ (Σ dᵢ/n)² = var d + (1 − λ) d̄²
/// </code>
/// Computed in the second form, in which nothing cancels. λ = 0 is the squared error of logarithms, λ = 1 sees ratios
/// only. Reference: D. Eigen, C. Puhrsch, R. Fergus, Depth Map Prediction from a Single Image, 2014, arXiv:1406.2283.
/// </remarks>
/// <param name="lambda">The share of the common factor that is forgiven; 0 to 1.</param>
public readonly struct ScaleInvariantLogLoss(double lambda) : IGraphLoss<ScaleInvariantLogLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LambdaCard = new(
        "lambda", @"\lambda", 0.5, Domain.Unit, "the share of the common factor that is forgiven: 0 none, 1 all");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "scale-invariant-log",
        Title = "scale-invariant logarithmic error",
        Use = "Depths and other positive amounts whose overall scale is not known, or matters less than their ratios.",
        Avoid = "The scale is wanted too: log-normal compares the logarithms themselves.",
        Reference = "D. Eigen, C. Puhrsch, R. Fergus, Depth Map Prediction from a Single Image, 2014, arXiv:1406.2283",
        Latex = @"\frac{1}{n} \sum_i d_i^2 - \lambda \left(\frac{1}{n} \sum_i d_i\right)^2,\quad d_i = \ln p_i - "
            + @"\ln t_i",
        Aliases = ["silog"],
        Names = new() { Chinese = "尺度不变对数误差" },
        Tasks = LossTask.None,
        Parameters = [LambdaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Positive, "…", "the predictions") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "what came"),
    ];

    /// <summary>The share of the common factor that is forgiven.</summary>
    public Parameter Lambda { get; } = LambdaCard.Bind(lambda);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> ratio = tape.Subtract(tape.Log(inputs["prediction"]), tape.Log(inputs["target"]));
        Tensor<T> level = tape.Square(tape.Mean(ratio));
        Tensor<T> spread = tape.Mean(tape.Square(tape.Centred(ratio)));
        return new(tape.Add(spread, tape.Scale(level, 1 - Lambda.Value)));
    }
}
