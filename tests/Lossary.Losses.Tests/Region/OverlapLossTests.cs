namespace Lossary.Losses.Tests;

public sealed class DiceLossTests() : RegionLaws<DiceLoss>
{
    private static readonly RegionOptions s_probabilities = new(FromProbabilities: true);

    [Fact]
    public void One_pixel_of_two_found_and_one_marked_wrongly_costs_a_half() =>
        Assert.Equal(0.5, Images.Value(new DiceLoss(0, false, s_probabilities), [1.0, 0.0, 1.0], [1, 1, 0]), 14);

    [Fact]
    public void Nothing_predicted_where_nothing_is_costs_0_with_any_smoothing_or_none()
    {
        foreach (double smooth in new[] { 0, 1e-5, 1 })
        {
            LossInputs<double> inputs = Images.Of([[0.0, 0, 0]], [[0.0, 0, 0]]);
            Assert.Equal(0, new DiceLoss(smooth, false, s_probabilities).Evaluate(inputs).Mean);
            Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope), "Not finite."));
        }
    }

    [Fact]
    public void A_class_that_is_absent_is_left_out_of_the_divisor_too()
    {
        // segmentation_models.pytorch sets its loss to 0 but divides by all classes.
        LossInputs<double> inputs = Images.Of([[1.0, 0.0], [0.5, 0.5]], [[1.0, 1.0], [0.0, 0.0]]);
        Assert.Equal(1.0 / 3, new DiceLoss(0, false, s_probabilities with { SkipAbsent = true }).Evaluate(inputs).Mean, 14);
        Assert.Equal([0, 0], inputs["prediction"].Gradient[2..].ToArray());
        Assert.Equal(((1.0 / 3) + 1) / 2, new DiceLoss(0, false, s_probabilities).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Logits_that_are_right_by_far_keep_their_gradient()
    {
        // 1 − σ(40) is 0 in double precision; the slope e^(−40) is not.
        LossInputs<double> inputs = Images.Of([[40.0, -40.0]], [[1.0, 0.0]]);
        new DiceLoss(0, false).Evaluate(inputs);
        Assert.Equal(-0.5 * Math.Exp(-40), inputs["prediction"].Gradient[0], 1e-12 * Math.Exp(-40));
        Assert.Equal(0.5 * Math.Exp(-40), inputs["prediction"].Gradient[1], 1e-12 * Math.Exp(-40));
    }

    [Fact]
    public void Probabilities_out_of_range_are_refused_by_name()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => Images.Value(new DiceLoss(1, false, s_probabilities), [1.5], [1]));
        Assert.Equal("prediction", refusal.ParamName);
    }

    [Fact]
    public void A_softmax_over_one_class_and_one_over_probabilities_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Images.Value(new DiceLoss(1, false, new(Softmax: true)), [1.5], [1]));
        Assert.Throws<ArgumentException>(() => new DiceLoss(1, false, new(FromProbabilities: true, Softmax: true)));
    }

    [Fact]
    public void The_squared_form_is_the_squared_distance_over_the_squared_sizes()
    {
        double[] p = [0.2, 0.7, 0.9], t = [0, 1, 1];
        double distance = p.Zip(t, (a, b) => (a - b) * (a - b)).Sum(), sizes = p.Sum(a => a * a) + t.Sum(b => b * b);
        Assert.Equal(distance / (sizes + 0.5), Images.Value(new DiceLoss(0.5, true, s_probabilities), p, t), 14);
    }
}

public sealed class DiceOfSoftmaxTests() : RegionLaws<DiceLoss>(0.5, 0, 0, 1, 0, 0);

public sealed class SquaredDiceOfSoftmaxTests() : RegionLaws<DiceLoss>(0.5, 1, 0, 1, 1, 1);

public sealed class DiceOfProbabilitiesTests() : RegionLaws<DiceLoss>(1e-6, 0, 1, 0, 0, 1);

public sealed class JaccardLossTests() : RegionLaws<JaccardLoss>
{
    [Fact]
    public void It_is_2D_over_1_plus_D_of_the_Dice_loss()
    {
        double[] logits = [0.3, -1.2, 2.2, 0.1], targets = [1, 0, 1, 1];
        double dice = Images.Value(new DiceLoss(0, false), logits, targets);
        Assert.Equal(2 * dice / (1 + dice), Images.Value(new JaccardLoss(0), logits, targets), 14);
    }
}

public sealed class TverskyLossTests() : RegionLaws<TverskyLoss>(0.3, 0.7, 1, 0, 0, 0, 0)
{
    [Fact]
    public void Halves_make_it_Dice_with_twice_the_smoothing_and_ones_Jaccard()
    {
        double[] logits = [0.3, -1.2, 2.2, 0.1], targets = [1, 0, 1, 1];
        Assert.Equal(
            Images.Value(new DiceLoss(2, false), logits, targets),
            Images.Value(new TverskyLoss(0.5, 0.5, 1), logits, targets),
            14);
        Assert.Equal(
            Images.Value(new JaccardLoss(1), logits, targets), Images.Value(new TverskyLoss(1, 1, 1), logits, targets), 14);
    }

    [Fact]
    public void Each_weight_is_that_of_the_error_it_is_named_after()
    {
        TverskyLoss loss = new(0.25, 4, 0, new(FromProbabilities: true));

        // One hit, one false positive: 0.25/1.25. One hit, one miss: 4/5.
        Assert.Equal(0.2, Images.Value(loss, [1.0, 1.0], [1, 0]), 14);
        Assert.Equal(0.8, Images.Value(loss, [1.0, 0.0], [1, 1]), 14);
    }
}

public sealed class FocalTverskyLossTests() : RegionLaws<FocalTverskyLoss>(0.3, 0.7, 0.75, 1, 0, 0, 0, 0)
{
    [Fact]
    public void It_is_a_power_of_the_Tversky_loss()
    {
        double[] logits = [0.3, -1.2, 2.2, 0.1], targets = [1, 0, 1, 1];
        double tversky = Images.Value(new TverskyLoss(0.3, 0.7, 1), logits, targets);
        Assert.Equal(Math.Pow(tversky, 0.75), Images.Value(new FocalTverskyLoss(0.3, 0.7, 0.75, 1), logits, targets), 14);
    }

    [Fact]
    public void A_perfect_prediction_has_a_finite_gradient_for_a_power_below_1()
    {
        LossInputs<double> inputs = Images.Of([[1.0, 0.0]], [[1.0, 0.0]]);
        Assert.Equal(0, new FocalTverskyLoss(0.5, 0.5, 0.5, 1, new(FromProbabilities: true)).Evaluate(inputs).Mean);
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope), "Not finite."));
    }
}

public sealed class LogCoshDiceLossTests() : RegionLaws<LogCoshDiceLoss>
{
    [Fact]
    public void It_is_the_log_cosh_of_the_Dice_loss()
    {
        double[] logits = [0.3, -1.2, 2.2, 0.1], targets = [1, 0, 1, 1];
        double dice = Images.Value(new DiceLoss(1, false), logits, targets);
        Assert.Equal(Math.Log(Math.Cosh(dice)), Images.Value(new LogCoshDiceLoss(1), logits, targets), 14);
    }
}

public sealed class FBetaLossTests() : RegionLaws<FBetaLoss>(2, 0.1, 0, 0, 1, 0)
{
    [Fact]
    public void Beta_1_is_Dice_and_beta_2_counts_recall_four_times()
    {
        double[] p = [1, 0, 1], t = [1, 1, 0];
        RegionOptions options = new(FromProbabilities: true);
        Assert.Equal(Images.Value(new DiceLoss(0, false, options), p, t), Images.Value(new FBetaLoss(1, 0, options), p, t), 14);

        // F₂ of one hit, one miss, one false positive: 5/(5 + 4 + 1).
        Assert.Equal(0.5, Images.Value(new FBetaLoss(2, 0, options), p, t), 14);
        Assert.Equal(4.0 / 9, Images.Value(new FBetaLoss(2, 0, options), [1.0, 0.0], [1, 1]), 14);
    }
}

public sealed class GeneralisedDiceLossTests() : RegionLaws<GeneralisedDiceLoss>
{
    [Fact]
    public void Classes_weigh_by_their_inverse_squared_sizes()
    {
        // Sizes 1 and 2, weights 1 and 1/4: 1 − 2 (1·0.5 + ¼·1) / (1·1.5 + ¼·3).
        LossInputs<double> inputs = Images.Of([[0.5, 0, 0], [0, 0.5, 0.5]], [[1.0, 0, 0], [0, 1, 1]]);
        double value = new GeneralisedDiceLoss(2, new(FromProbabilities: true)).Evaluate(inputs).Mean;
        Assert.Equal(1 - (2 * (0.5 + 0.25) / (1.5 + 0.75)), value, 14);
    }

    [Fact]
    public void An_absent_class_does_not_take_over()
    {
        LossInputs<double> inputs = Images.Of([[0.5, 0.5], [0.1, 0.1]], [[1.0, 1.0], [0, 0]]);
        double value = new GeneralisedDiceLoss(2, new(FromProbabilities: true)).Evaluate(inputs).Mean;
        Assert.Equal(1 - (2 * 1 / (3 + 0.2)), value, 14);
    }

    [Fact]
    public void A_power_of_1_weighs_by_plain_sizes_and_one_of_0_not_at_all()
    {
        // Sizes 1 and 2, hits ½ and 1, sums of predictions and targets 1½ and 3; simple: weights 1 and ½.
        LossInputs<double> inputs = Images.Of([[0.5, 0, 0], [0.25, 0.5, 0.5]], [[1.0, 0, 0], [0, 1, 1]]);
        double Value(double power) => new GeneralisedDiceLoss(power, new(FromProbabilities: true)).Evaluate(inputs).Mean;
        Assert.Equal(1 - (2 * (0.5 + 0.25) / (1.5 + (3.25 / 4))), Value(2), 14);
        Assert.Equal(1 - (2 * (0.5 + 0.5) / (1.5 + (3.25 / 2))), Value(1), 14);
        Assert.Equal(1 - (2 * (0.5 + 1) / (1.5 + 3.25)), Value(0), 14);
    }
}

public sealed class MatthewsLossTests() : RegionLaws<MatthewsLoss>
{
    [Fact]
    public void Counts_of_6_1_2_3_have_the_correlation_of_the_textbook()
    {
        double[] p = [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0], t = [1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0];
        double correlation = ((6 * 3) - (1 * 2)) / Math.Sqrt(7.0 * 8 * 4 * 5);
        Assert.Equal(1 - correlation, Images.Value(new MatthewsLoss(new(FromProbabilities: true)), p, t), 12);
    }
}
