using System.Text.Json;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;
using static Lossary.Cli.Tests.GoldenCalls;

namespace Lossary.Cli.Tests;

/// <summary>Calls of libraries whose losses take several arrays, or whose numbers are kept otherwise.</summary>
public sealed class ArrayTranslationGoldenTests
{
    private const double StepOfPoisson = 0.7;

    private static readonly GoldenFile Torch = GoldenFile.Read("losses_torch");
    private static readonly GoldenFile Tabular = GoldenFile.Read("tabular_losses");
    private static readonly GoldenFile Xgboost = GoldenFile.Read("xgboost");

    [Fact]
    public void Connectionist_temporal_classification_of_PyTorch()
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of("ctc_loss").Where(IsPaddedPlain))
        {
            string zero = golden.TryArgument("zero_infinity", out JsonElement flag) ? Python(flag) : "False";
            CallReading reading = LossTranslator.FromCall(
                $"torch.nn.functional.ctc_loss(blank={golden.Argument("blank", 0)}, zero_infinity={zero})")[0];
            GoldenTensor steps = golden.Inputs["log_probs"];
            int time = steps.Shape[0], samples = steps.Shape[1], classes = steps.Shape[2];
            double[] turned = new double[steps.Data.Length];
            for (int i = 0; i < time * samples; i++)
            {
                steps.Data.AsSpan(i * classes, classes).CopyTo(turned.AsSpan(((i % samples * time) + (i / samples)) * classes));
            }

            double[] found = Values((IArrayLoss)reading.Create(), samples, new()
            {
                ["log-probabilities"] = new Tensor<double>(new Shape(samples, time, classes), turned),
                ["labels"] = Tensor(golden, "targets"),
                ["input-lengths"] = Tensor(golden, "input_lengths"),
                ["label-lengths"] = Tensor(golden, "target_lengths"),
            });
            AssertNear(golden, golden.Values["none"].Data, found);
            compared++;
        }

        Assert.True(compared > 2, $"{compared} cases of ctc_loss are translated.");
    }

    [Fact]
    public void Gaussian_likelihood_of_PyTorch()
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of("gaussian_nll_loss").Where(
            golden => IsPlain(golden, "input", "target", "var") && HasOneShape(golden)))
        {
            bool isFull = golden.TryArgument("full", out JsonElement full) && full.ValueKind == JsonValueKind.True;
            CallReading reading = LossTranslator.FromCall(
                $"torch.nn.GaussianNLLLoss({(isFull ? "full=True, " : "")}eps={Text(golden.Argument("eps", 1e-6))})")[0];
            double[] found = Values((IArrayLoss)reading.Create(), golden.Inputs["input"].Data.Length, new()
            {
                ["mean"] = Tensor(golden, "input"),
                ["variance"] = Tensor(golden, "var"),
                ["target"] = Tensor(golden, "target"),
            });
            AssertNear(golden, golden.Values["none"].Data, found);
            compared++;
        }

        Assert.True(compared > 2, $"{compared} cases of gaussian_nll_loss are translated.");
    }

    [Theory]
    [InlineData("multilabel_margin_loss", "torch.nn.MultiLabelMarginLoss()")]
    [InlineData("multilabel_soft_margin_loss", "torch.nn.MultiLabelSoftMarginLoss()")]
    public void Several_labels_of_PyTorch(string operation, string call)
    {
        IArrayLoss loss = (IArrayLoss)LossTranslator.FromCall(call)[0].Create();
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of(operation).Where(
            golden => !golden.IsSingle && golden.Tags.Contains("random") && golden.Inputs["input"].Shape.Length == 2))
        {
            GoldenTensor targets = golden.Inputs["target"];
            int classes = targets.Shape[1];
            double[] labels = operation == "multilabel_margin_loss" ? Flags(targets.Data, classes) : targets.Data;
            LossInputs<double> inputs = new()
            {
                ["score"] = Tensor(golden, "input"),
                ["label"] = new Tensor<double>(new Shape(targets.Shape), labels),
            };
            if (golden.Inputs.ContainsKey("weight"))
            {
                inputs["weight"] = Tensor(golden, "weight");
            }

            AssertNear(golden, golden.Values["none"].Data, Values(loss, targets.Shape[0], inputs));
            compared++;
        }

        Assert.True(compared > 2, $"{compared} cases of {operation} are translated.");
    }

    [Fact]
    public void The_cosine_of_PyTorch_is_1_less_the_distance()
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of("cosine_similarity").Where(golden => IsPlain(golden, "x1", "x2")))
        {
            CallReading reading = LossTranslator.FromCall("torch.nn.CosineSimilarity(dim=1, eps=1e-08)")[0];
            double[] found = Values((IArrayLoss)reading.Create(), golden.Inputs["x1"].Shape[0], new()
            {
                ["left"] = Tensor(golden, "x1"),
                ["right"] = Tensor(golden, "x2"),
            });
            AssertNear(golden, golden.Values["none"].Data, [.. found.Select(x => (reading.Scale * x) + reading.Offset)]);
            compared++;
        }

        Assert.True(compared > 0, "No case of cosine_similarity is translated.");
    }

    [Fact]
    public void A_triplet_with_a_distance_of_PyTorch()
    {
        int compared = 0;
        foreach (GoldenCase golden in Torch.Of("triplet_margin_with_distance_loss").Where(
            golden => IsPlain(golden, "anchor", "positive", "negative")))
        {
            bool isCosine = golden.TryArgument("distance", out JsonElement distance) && distance.GetString() == "one_minus_cosine";
            bool swaps = golden.TryArgument("swap", out JsonElement swap) && swap.ValueKind == JsonValueKind.True;
            CallReading reading = LossTranslator.FromCall(
                $"torch.nn.TripletMarginWithDistanceLoss({(isCosine ? "distance_function=one_minus_cosine, " : "")}"
                + $"margin={Text(golden.Argument("margin", 1))}, swap={(swaps ? "True" : "False")})")[0];
            double[] found = Values((IArrayLoss)reading.Create(), golden.Inputs["anchor"].Shape[0], new()
            {
                ["anchor"] = Tensor(golden, "anchor"),
                ["positive"] = Tensor(golden, "positive"),
                ["negative"] = Tensor(golden, "negative"),
            });
            AssertNear(golden, golden.Values["none"].Data, found);
            compared++;
        }

        Assert.True(compared > 2, $"{compared} cases of triplet_margin_with_distance_loss are translated.");
    }

    [Fact]
    public void The_gradient_of_several_classes_of_scikit_learn()
    {
        IClassLoss loss = (IClassLoss)LossTranslator.FromCall(
            "sklearn.linear_model.LogisticRegression(multi_class='multinomial')")[0].Create();
        foreach (GoldenCase golden in Tabular.Of("half_multinomial"))
        {
            GoldenTensor scores = golden.Inputs["raw_prediction"];
            double[] gradient = new double[scores.Data.Length], values = new double[scores.Shape[0]];
            loss.Evaluate(new ClassBatch<double>
            {
                Scores = scores.Data,
                Classes = scores.Shape[1],
                Targets = Array.ConvertAll(golden.Inputs["y_true"].Data, x => (int)x),
                Weights = golden.Inputs.TryGetValue("sample_weight", out GoldenTensor? weights) ? weights.Data : [],
                Gradient = gradient,
                Values = values,
                Reduction = Reduction.Sum,
            });
            AssertNear(golden, golden.Other("gradient").Data, gradient);
            AssertNear(golden, golden.Values["none"].Data, values);
        }
    }

    [Fact]
    public void The_leaf_of_counts_that_XGBoost_grows()
    {
        ISampleLoss loss = (ISampleLoss)LossTranslator.FromCall(
            "xgboost.XGBRegressor(objective='count:poisson', max_delta_step=0.7)")[0].Create();
        foreach (GoldenCase golden in Xgboost.Of("count:poisson"))
        {
            double[] margins = golden.Inputs["margin"].Data;
            double[] gradient = new double[margins.Length], curvature = new double[margins.Length];
            loss.Evaluate(new LossBatch<double>
            {
                Predictions = margins,
                Targets = golden.Inputs["label"].Data,
                Weights = golden.Inputs.TryGetValue("weight", out GoldenTensor? weights) ? weights.Data : [],
                Gradient = gradient,
                Curvature = curvature,
                Reduction = Reduction.Sum,
            });

            // What the translation notes: the second derivative is that at the score + max_delta_step, which bounds the leaf.
            double leaf = -gradient.Sum() / ((Math.Exp(StepOfPoisson) * curvature.Sum()) + 1);
            double expected = golden.Other("leaf_lambda1").Scalar;
            Assert.True(golden.Tolerance.Allows(expected, Math.Clamp(leaf, -StepOfPoisson, StepOfPoisson)), $"{golden}: {leaf}.");
        }
    }

    [Theory]
    [InlineData("scipy_huber", "scipy.special.huber(delta={delta})")]
    [InlineData("scipy_pseudo_huber", "scipy.special.pseudo_huber(delta={delta})")]
    [InlineData("scipy_kl_div", "scipy.special.kl_div()")]
    [InlineData("scipy_rel_entr", "scipy.special.rel_entr()")]
    public void A_function_of_SciPy(string operation, string call)
    {
        foreach (GoldenCase golden in Tabular.Of(operation))
        {
            bool isResidual = golden.Inputs.ContainsKey("r");
            double[] predictions = isResidual ? golden.Inputs["r"].Data
                : operation == "scipy_rel_entr" ? Array.ConvertAll(golden.Inputs["y"].Data, Math.Log) : golden.Inputs["y"].Data;
            double[] values = new double[predictions.Length];
            string asked = call.Replace("{delta}", Text(golden.Argument("delta", 1)), StringComparison.Ordinal);
            ((ISampleLoss)LossTranslator.FromCall(asked)[0].Create()).Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = isResidual ? new double[values.Length] : golden.Inputs["x"].Data,
                Values = values,
                Reduction = Reduction.Sum,
            });
            AssertNear(golden, golden.Values["none"].Data, values);
        }
    }

    /// <summary>Classes of each row, ended by −1, as 1 for each that is there.</summary>
    private static double[] Flags(double[] lists, int classes)
    {
        double[] flags = new double[lists.Length];
        for (int row = 0; row < lists.Length; row += classes)
        {
            for (int i = row; i < row + classes && lists[i] >= 0; i++)
            {
                flags[row + (int)lists[i]] = 1;
            }
        }

        return flags;
    }

    private static bool HasOneShape(GoldenCase golden) =>
        golden.Inputs.Values.All(input => input.Shape.SequenceEqual(golden.Inputs["input"].Shape));

    private static bool IsPaddedPlain(GoldenCase golden) =>
        !golden.IsSingle && golden.Tags.Contains("random") && golden.Inputs["targets"].Shape.Length == 2;

    private static Tensor<double> Tensor(GoldenCase golden, string name) =>
        new(new Shape(golden.Inputs[name].Shape), golden.Inputs[name].Data);

    private static double[] Values(IArrayLoss loss, int terms, LossInputs<double> inputs)
    {
        double[] values = new double[terms];
        inputs.Values = values;
        inputs.Reduction = Reduction.Sum;
        loss.Evaluate(inputs);
        return values;
    }
}
