using System.Text.Json;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;
using static Lossary.Cli.Tests.GoldenCalls;

namespace Lossary.Cli.Tests;

/// <summary>A call of another library, translated, gives the numbers which that library gave.</summary>
public sealed class TranslationGoldenTests
{
    private static readonly GoldenFile Torch = GoldenFile.Read("losses_torch");
    private static readonly GoldenFile Tabular = GoldenFile.Read("tabular_losses");
    private static readonly GoldenFile Xgboost = GoldenFile.Read("xgboost");

    [Theory]
    [InlineData("l1_loss")]
    [InlineData("mse_loss")]
    [InlineData("huber_loss")]
    [InlineData("smooth_l1_loss")]
    [InlineData("soft_margin_loss")]
    [InlineData("binary_cross_entropy")]
    [InlineData("binary_cross_entropy_with_logits")]
    [InlineData("poisson_nll_loss")]
    [InlineData("kl_div")]
    [InlineData("hinge_embedding_loss")]
    public void A_loss_of_two_arrays_of_PyTorch(string operation)
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of(operation).Where(golden => IsPlain(golden, "input", "target")))
        {
            if (Read($"torch.nn.functional.{operation}", golden) is CallReading reading
                && reading.Create() is ISampleLoss loss)
            {
                double[] values = new double[golden.Inputs["input"].Data.Length];
                loss.Evaluate(new LossBatch<double>
                {
                    Predictions = golden.Inputs["input"].Data,
                    Targets = golden.Inputs["target"].Data,
                    Values = values,
                    Reduction = Reduction.Sum,
                });
                AssertNear(golden, golden.Values["none"].Data, [.. values.Select(x => (reading.Scale * x) + reading.Offset)]);
                compared++;
            }
        }

        Assert.True(compared > 0, $"No case of {operation} is translated.");
    }

    [Theory]
    [InlineData("cross_entropy")]
    [InlineData("nll_loss")]
    [InlineData("multi_margin_loss")]
    public void A_loss_of_rows_of_scores_of_PyTorch(string operation)
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of(operation).Where(golden => IsPlain(golden, "input", "target")))
        {
            GoldenTensor scores = golden.Inputs["input"], targets = golden.Inputs["target"];
            if (scores.Shape.Length == 2 && targets.Shape.Length == 1
                && Read($"torch.nn.functional.{operation}", golden) is CallReading reading
                && reading.Create() is IClassLoss loss)
            {
                double[] values = new double[targets.Data.Length];
                loss.Evaluate(new ClassBatch<double>
                {
                    Scores = scores.Data,
                    Classes = scores.Shape[1],
                    Targets = Array.ConvertAll(targets.Data, x => (int)x),
                    IgnoredClass = (int)golden.Argument("ignore_index", -100),
                    Values = values,
                    Reduction = Reduction.Sum,
                });
                AssertNear(golden, golden.Values["none"].Data, [.. values.Select(x => (reading.Scale * x) + reading.Offset)]);
                compared++;
            }
        }

        Assert.True(compared > 0, $"No case of {operation} is translated.");
    }

    [Theory]
    [InlineData("triplet_margin_loss", "anchor,positive,negative", "anchor,positive,negative")]
    [InlineData("cosine_embedding_loss", "input1,input2,target", "left,right,target")]
    [InlineData("margin_ranking_loss", "input1,input2,target", "first,second,sign")]
    [InlineData("pairwise_distance", "x1,x2", "left,right")]
    public void A_loss_of_several_arrays_of_PyTorch(string operation, string theirs, string ours)
    {
        string[] names = ours.Split(',');
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of(operation).Where(golden => IsPlain(golden, theirs.Split(','))))
        {
            if (Read($"torch.nn.functional.{operation}", golden) is CallReading reading
                && reading.Create() is IArrayLoss loss)
            {
                double[] values = new double[golden.Values["none"].Data.Length];
                LossInputs<double> inputs = new() { Values = values, Reduction = Reduction.Sum };
                foreach ((string name, string input) in theirs.Split(',').Zip(names))
                {
                    GoldenTensor tensor = golden.Inputs[name];
                    inputs[input] = new Tensor<double>(new Shape(tensor.Shape), tensor.Data);
                }

                loss.Evaluate(inputs);
                AssertNear(golden, golden.Values["none"].Data, [.. values.Select(x => (reading.Scale * x) + reading.Offset)]);
                compared++;
            }
        }

        Assert.True(compared > 0, $"No case of {operation} is translated.");
    }

    [Theory]
    [InlineData("half_squared_error", "HistGradientBoostingRegressor(loss='squared_error')")]
    [InlineData("absolute_error", "HistGradientBoostingRegressor(loss='absolute_error')")]
    [InlineData("half_poisson", "HistGradientBoostingRegressor(loss='poisson')")]
    [InlineData("half_gamma", "HistGradientBoostingRegressor(loss='gamma')")]
    [InlineData("half_binomial", "HistGradientBoostingClassifier(loss='log_loss')")]
    [InlineData("pinball", "HistGradientBoostingRegressor(loss='quantile', quantile={quantile})")]
    [InlineData("half_tweedie", "sklearn.linear_model.TweedieRegressor(power={power}{link})")]
    public void The_gradient_of_an_estimator_of_scikit_learn(string operation, string call)
    {
        int compared = 0;
        foreach (GoldenCase golden in Tabular.Of(operation).Where(golden => IsPlain(golden, "y_true", "raw_prediction")))
        {
            string asked = call
                .Replace("{quantile}", Text(golden.Argument("quantile", 0)), StringComparison.Ordinal)
                .Replace("{power}", Text(golden.Argument("power", 1.5)), StringComparison.Ordinal)
                .Replace("{link}", golden.Argument("power", 1.5) > 0 ? "" : ", link='log'", StringComparison.Ordinal);
            CallReading reading = LossTranslator.FromCall(asked)[0];

            double[] predictions = golden.Inputs["raw_prediction"].Data, gradient = new double[predictions.Length];
            ((ISampleLoss)reading.Create()).Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = golden.Inputs["y_true"].Data,
                Weights = golden.Inputs.TryGetValue("sample_weight", out GoldenTensor? weights) ? weights.Data : [],
                Gradient = gradient,
                Reduction = Reduction.Sum,
            });
            AssertNear(golden, golden.Other("gradient").Data, [.. gradient.Select(x => reading.Scale * x)]);
            compared++;
        }

        Assert.True(compared > 0, $"No case of {operation} is translated.");
    }

    [Theory]
    [InlineData("reg:squarederror", "")]
    [InlineData("reg:pseudohubererror", "huber_slope")]
    [InlineData("reg:gamma", "")]
    [InlineData("reg:tweedie", "tweedie_variance_power")]
    [InlineData("reg:squaredlogerror", "")]
    [InlineData("binary:logistic", "scale_pos_weight")]
    public void The_leaf_that_XGBoost_grows(string objective, string argument)
    {
        int compared = 0;
        foreach (GoldenCase golden in Xgboost.Of(objective))
        {
            string number = golden.TryArgument(argument, out JsonElement given) ? $", {argument}={given}" : "";
            CallReading reading = LossTranslator.FromCall($"xgboost.XGBModel(objective='{objective}'{number})"
                .Replace("XGBModel", objective.StartsWith("reg", StringComparison.Ordinal) ? "XGBRegressor" : "XGBClassifier", StringComparison.Ordinal))[0];
            double[] margins = golden.Inputs["margin"].Data;
            double[] gradient = new double[margins.Length], curvature = new double[margins.Length];
            ((ISampleLoss)reading.Create()).Evaluate(new LossBatch<double>
            {
                Predictions = margins,
                Targets = golden.Inputs["label"].Data,
                Weights = golden.Inputs.TryGetValue("weight", out GoldenTensor? weights) ? weights.Data : [],
                Gradient = gradient,
                Curvature = curvature,
                Reduction = Reduction.Sum,
            });
            double sum = reading.Scale * gradient.Sum(), bend = reading.Scale * curvature.Sum();
            double expected = golden.Other("leaf_lambda1").Scalar;
            Assert.True(
                golden.Tolerance.Allows(expected, -sum / (bend + 1)),
                $"{golden}: {-sum / (bend + 1)} instead of {expected}.");
            compared++;
        }

        Assert.True(compared > 0, $"No case of {objective} is translated.");
    }
}
