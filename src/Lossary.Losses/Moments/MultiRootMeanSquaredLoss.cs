using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The root of the summed mean squared errors of several outputs, over what was observed of each.</summary>
/// <remarks>
/// <code>
/// L = √(Σⱼ Σᵢ oᵢⱼ (pᵢⱼ − tᵢⱼ)² / Σᵢ oᵢⱼ)
/// </code>
/// An output that no row observed adds nothing. Where all is perfect the loss is 0 and pulls nowhere. Reference: L.
/// Prokhorenkova, G. Gusev, A. Vorobev, A. V. Dorogush, A. Gulin, CatBoost: Unbiased Boosting with Categorical
/// Features, 2018, arXiv:1706.09516.
/// </remarks>
public readonly struct MultiRootMeanSquaredLoss : IGraphLoss<MultiRootMeanSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-root-mean-squared",
        Title = "root mean squared error of several outputs",
        Use = "Several targets at once, of which some rows miss some.",
        Avoid = "Outputs have different units: scale them first, or the largest decides.",
        Reference = "L. Prokhorenkova, G. Gusev, A. Vorobev, A. V. Dorogush, A. Gulin, CatBoost: Unbiased Boosting "
            + "with Categorical Features, 2018, arXiv:1706.09516",
        Latex = @"\sqrt{\sum_j \frac{\sum_i o_{ij} (p_{ij} - t_{ij})^2}{\sum_i o_{ij}}}",
        Aliases = ["multi-rmse"],
        Names = new() { Chinese = "多输出均方根误差" },
        Translations =
        [
            new(
                "catboost.CatBoostRegressor(loss_function=\"MultiRMSE\")",
                "multi-root-mean-squared",
                "what it reports; it trains on half the squares"),
            new(
                "catboost.CatBoostRegressor(loss_function=\"MultiRMSEWithMissingValues\")",
                "multi-root-mean-squared",
                "a target that is no number is left out; what it reports, as it trains on half the squares"),
        ],
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, k", "the predictions") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, k", "what came; any number where nothing was observed"),
        new("observed", "o", InputKind.Flag, "n, k", "1 where a target is known") { IsOptional = true, Default = 1 },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> residual = tape.Subtract(inputs["prediction"], inputs["target"]);
        if (inputs.Find("observed") is not { } observed)
        {
            return new(tape.SqrtOrZero(tape.Sum(tape.Mean(tape.Square(residual), [0]))));
        }

        Tensor<T> squares = tape.Sum(tape.Square(tape.Where(observed, residual, tape.Zero())), [0]);
        Tensor<T> counts = tape.Maximum(tape.Sum(observed, [0]), tape.Constant(new Shape(1), [T.One]));
        return new(tape.SqrtOrZero(tape.Sum(tape.Divide(squares, counts))));
    }
}
