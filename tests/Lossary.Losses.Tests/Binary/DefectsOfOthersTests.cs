namespace Lossary.Losses.Tests;

/// <summary>Defects read in the source of other libraries, none of which may be ours.</summary>
public sealed class DefectsOfOthersTests
{
    [Theory]
    [InlineData(-88.8f)]
    [InlineData(-1e4f)]
    [InlineData(-1e30f)]
    public void Logistic_loss_does_not_overflow_at_bad_margins(float margin)
    {
        // LossFunctions.jl and PyTorch 1.13: log1p(exp(−m)) is infinite below −88 in float.
        float[] gradient = new float[1];
        Assert.Equal(-(double)margin, new LogisticLoss().Sum([margin], [1f], gradient));
        Assert.Equal(-1f, gradient[0]);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(90)]
    [InlineData(5000)]
    public void Cross_entropy_of_a_wrong_prediction_grows_on(float logit)
    {
        // ML.NET: −ln max(p, 1e−8) stays at 18.4 from a logit of 18 on.
        float[] gradient = new float[1];
        Assert.Equal(logit, new BinaryCrossEntropyLoss().Sum([logit], [0f], gradient), 1e-6);
        Assert.Equal(1, gradient[0], 1e-6);
    }

    [Theory]
    [InlineData("binary-cross-entropy", 1e-12)]
    [InlineData("asymmetric", 1e-9)]
    [InlineData("binary-focal:balanced=0", 1e-7)]
    public void Gradient_of_a_hopeless_positive_is_minus_one(string name, double precision)
    {
        // The reference code of asymmetric loss takes ln max(σ(z), 1e−8): gradient exactly 0 below a logit of −18.4.
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
        Assert.All(new double[] { -30, -100, -740 }, z => Assert.Equal(-1, loss.At(z, 1).Slope, precision));
    }

    [Fact]
    public void Gradient_of_a_right_prediction_keeps_its_digits()
    {
        // σ(z) − t in every peer: at z = 40 all digits of −4.248354255291589e−18 (= −1 / (1 + e⁴⁰)) are gone.
        double[] gradient = new double[1];
        new BinaryCrossEntropyLoss().Sum([40.0], [1.0], gradient);
        Close.Check(-4.248354255291589e-18, gradient[0], 1e-15, 0, $"the gradient");
        double[] curvature = new double[1];
        new BinaryCrossEntropyLoss().Evaluate(new LossBatch<double>
        {
            Predictions = [40.0],
            Targets = [1.0],
            Gradient = gradient,
            Curvature = curvature,
        });
        Close.Check(4.248354255291589e-18, curvature[0], 1e-15, 0, $"the curvature");
    }

    [Fact]
    public void Claims_that_LossFunctions_jl_makes_wrongly_are_not_made()
    {
        Assert.All(
            LossCatalogue.All.Where(e => e.Family == LossFamily.Margin && e.Card.Key != "squared-margin"),
            e => Assert.Equal(0, e.Create().Traits.StrongConvexity));
        Assert.False(new PerceptronLoss().Traits.IsCalibrated);
    }

    [Fact]
    public void Weighted_mean_is_divided_once()
    {
        // LossFunctions.jl: mean(…; normalize = true) divides by Σ w and then by n again.
        Totals totals = new BinaryCrossEntropyLoss().Evaluate(new LossBatch<double>
        {
            Predictions = [0.0, 0.0, 0.0],
            Targets = [0, 1, 1],
            Weights = [1, 2, 5],
        });
        Assert.Equal(Math.Log(2), totals.Mean, 1e-15);
    }

    [Fact]
    public void Focal_loss_reduces_like_any_other()
    {
        // segmentation_models.pytorch: "batchwise_mean" is a sum; TorchMultimodal's asymmetric loss can only be summed.
        foreach (string name in new[] { "binary-focal", "asymmetric" })
        {
            ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
            double[] values = new double[4];
            Totals totals = loss.Evaluate(new LossBatch<double>
            {
                Predictions = [0.3, -1, 2, 0.1],
                Targets = [1, 0, 0, 1],
                Values = values,
            });
            Assert.Equal(values.Average(), totals.Mean, 1e-15);
        }
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    [InlineData(3)]
    public void Logits_given_as_probabilities_are_refused_by_index(double wrong)
    {
        foreach (string name in new[] { "binary-cross-entropy-on-probabilities", "binary-focal-on-probabilities" })
        {
            ISampleLoss loss = LossCatalogue.Create<ISampleLoss>(name);
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => loss.Evaluate(
                new LossBatch<double> { Predictions = [0.5, 1, wrong], Targets = [1, 1, 0] }));
            Assert.Contains("predictions[2]", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("[0, 1]", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Zero_and_one_given_to_a_margin_loss_are_refused()
    {
        ISampleLoss loss = LossCatalogue.Create<ISampleLoss>("hinge");
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => loss.Evaluate(
            new LossBatch<double> { Predictions = [0.5, 1], Targets = [1, 0] }));
        Assert.Contains("targets[1] must be in {−1, 1}, but is 0", refusal.Message, StringComparison.Ordinal);
    }
}
