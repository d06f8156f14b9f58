using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class TranslateCommandTests
{
    [Theory]
    [InlineData("torch.nn.SmoothL1Loss(beta=0.5)", "smooth-l1:beta=0.5")]
    [InlineData("SmoothL1Loss()", "smooth-l1")]
    [InlineData("F.huber_loss(x, y, delta=2)", "huber:delta=2")]
    [InlineData("tf.keras.losses.Huber(delta=3)", "huber:delta=3")]
    [InlineData("reg:tweedie", "tweedie")]
    [InlineData("XGBRegressor(objective='reg:tweedie', tweedie_variance_power=1.2, n_estimators=9)", "tweedie:power=1.2")]
    [InlineData("Quantile:alpha=0.2", "quantile:level=0.2")]
    [InlineData("keras.losses.BinaryCrossentropy(from_logits=True)", "binary-cross-entropy")]
    [InlineData("torch.nn.BCEWithLogitsLoss(pos_weight=3)", "weighted-binary-cross-entropy:positive-weight=3")]
    [InlineData("torch.nn.KLDivLoss()", "kullback-leibler")]
    [InlineData("torch.nn.KLDivLoss(log_target=True)", "log-target-kullback-leibler")]
    [InlineData("keras.losses.CategoricalFocalCrossentropy(gamma=3, from_logits=True)", "focal:gamma=3")]
    [InlineData("TweedieRegressor(power=3)", "inverse-gaussian")]
    [InlineData("TweedieRegressor(power=1.2)", "tweedie:power=1.2")]
    [InlineData("TweedieRegressor()", "half-squared")]
    [InlineData("liger_kernel.transformers.LigerCrossEntropyLoss()", "cross-entropy")]
    [InlineData("sklearn.metrics.brier_score_loss(scale_by_half=False)", "multi-class-brier")]
    public async Task A_call_elsewhere_is_said_in_our_words(string call, string ours)
    {
        Outcome outcome = await Invocation.RunAsync("translate", call, "--json");

        Assert.Equal(0, outcome.Code);
        Assert.Equal(ours, Assert.Single(outcome.Json.EnumerateArray()).GetProperty("ours").GetString());
    }

    [Fact]
    public async Task A_factor_and_what_a_user_asked_for_beside_are_told()
    {
        Outcome outcome = await Invocation.RunAsync(
            "translate", "keras.losses.CategoricalFocalCrossentropy(alpha=0.5, from_logits=True, reduction='sum')", "--json");

        JsonElement row = Assert.Single(outcome.Json.EnumerateArray());
        Assert.Equal(0.5, row.GetProperty("scale").GetDouble());
        Assert.Equal("new FocalCrossEntropyLoss(2)", row.GetProperty("code").GetString());
        Assert.Contains(
            row.GetProperty("differences").EnumerateArray(),
            text => text.GetString()!.Contains("Reduction.Sum", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("torch.nn.CrossEntropyLoss(weight=torch.tensor([1., 2.]))", "cross-entropy", "ClassWeights = [1, 2] in the batch; both means")]
    [InlineData("torch.nn.CrossEntropyLoss(ignore_index=-1)", "cross-entropy", "IgnoredClass = -1 in the batch")]
    [InlineData("torch.nn.MultiMarginLoss(weight=[1., 2.])", "multi-margin", "ClassWeights = [1, 2] in the batch, and Reduction = Reduction.MeanOverCount")]
    [InlineData("torch.nn.BCELoss(weight=[1., 2.])", "binary-cross-entropy-on-probabilities", "Weights = [1, 2] in the batch, repeated")]
    [InlineData("torch.nn.BCEWithLogitsLoss(pos_weight=torch.tensor([3.]))", "weighted-binary-cross-entropy:positive-weight=3", "a tensor there")]
    [InlineData("torch.nn.BCEWithLogitsLoss(pos_weight=torch.tensor([3., 4.]))", "weighted-binary-cross-entropy", "[3, 4] where a target is 1")]
    [InlineData("sklearn.linear_model.LogisticRegression(class_weight={0: 1, 1: 5})", "binary-cross-entropy", "1 where the target is of the first class and 5")]
    [InlineData("sklearn.linear_model.LogisticRegression(class_weight='balanced')", "binary-cross-entropy", "n / (classes · its samples)")]
    [InlineData("xgboost.XGBRegressor(objective='reg:quantileerror', quantile_alpha=[0.1, 0.9])", "quantile", "make a loss for each; 0.5 is taken")]
    [InlineData("keras.losses.CategoricalFocalCrossentropy(alpha=[0.2, 0.8], from_logits=True)", "focal", "ClassWeights = [0.2, 0.8]")]
    [InlineData("torch.nn.MultiLabelSoftMarginLoss(weight=[1., 2.])", "multi-label-soft-margin", "the input 'weight' here, [1, 2]")]
    [InlineData("torch.nn.CrossEntropyLoss(weight=class_weights)", "cross-entropy", "is no list of numbers that can be read here")]
    [InlineData("torch.nn.CrossEntropyLoss([1., 2.])", "cross-entropy", "without the name of its argument")]
    public async Task Arrays_among_the_arguments_are_read_or_said_where_to_go(string call, string ours, string said)
    {
        Outcome outcome = await Invocation.RunAsync("translate", call, "--json");

        Assert.Equal(0, outcome.Code);
        JsonElement row = outcome.Json.EnumerateArray().First();
        Assert.Equal(ours, row.GetProperty("ours").GetString());
        Assert.Contains(
            row.GetProperty("differences").EnumerateArray(),
            text => text.GetString()!.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_negative_weight_is_refused() => Assert.Contains(
        "a weight must be finite and not negative, but one is -2",
        await Invocation.RefusedAsync(2, "translate", "torch.nn.CrossEntropyLoss(weight=[1., -2.])"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_loss_of_ours_is_said_in_the_words_of_one_library()
    {
        Outcome outcome = await Invocation.RunAsync("translate", "huber:delta=2", "--to", "keras");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("keras.losses.Huber(delta=2)", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("torch", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inputs_of_a_loss_of_several_arrays_are_named() => Assert.Contains(
        "anchor, positive, negative here",
        (await Invocation.RunAsync("translate", "torch.nn.TripletMarginLoss()")).Out,
        StringComparison.Ordinal);

    [Fact]
    public async Task From_one_library_to_another_goes_by_ours()
    {
        Outcome outcome = await Invocation.RunAsync("translate", "torch.nn.HuberLoss(delta=3)", "--to", "optax", "--json");

        Assert.Equal(
            "optax.huber_loss(delta=3)",
            Assert.Single(outcome.Json.EnumerateArray()).GetProperty("call").GetString());
    }

    [Theory]
    [InlineData("SmothL1Loss()", "torch.nn.SmoothL1Loss(beta=1.0)")]
    [InlineData("torch.nn.PoissonNLLLoss(log_input=False)", "torch.nn.PoissonNLLLoss(log_input=True, eps=1e-08)")]
    [InlineData("torch.nn.SmoothL1Loss(beta=-1)", "beta must be in")]
    [InlineData("TweedieRegressor(power=2.5)", "power must be in")]
    [InlineData("(x)", "is no call")]
    public async Task What_is_unknown_is_refused_with_the_nearest(string call, string said)
    {
        string line = await Invocation.RefusedAsync(2, "translate", call);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_is_unknown_is_refused_with_those_that_are() => Assert.Contains(
        "pytorch, keras", await Invocation.RefusedAsync(2, "translate", "huber", "--to", "matlab"), StringComparison.Ordinal);

    [Fact]
    public async Task A_loss_that_a_library_lacks_is_refused() => Assert.Contains(
        "Keras has no tukey", await Invocation.RefusedAsync(2, "translate", "tukey", "--to", "keras"), StringComparison.Ordinal);
}
