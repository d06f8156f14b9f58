using Lossary.Losses;

namespace Lossary.Studies.Tests;

public sealed class TargetScaleTests
{
    [Fact]
    public void A_loss_of_the_residual_sees_the_target_standardised()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("huber"), [2.0, 4.0, 6.0]);

        // Quartiles 3 and 5; those of a standard normal are 1.34898 apart.
        Assert.Equal(4, scale.Shift);
        Assert.Equal(2 / 1.34898, scale.Unit, 1e-5);
        Assert.Equal(0, scale.Encode(4));
        Assert.Equal(6, scale.Decode(scale.Encode(6)), 1e-14);
    }

    [Fact]
    public void An_outlier_does_not_move_the_scale()
    {
        ILoss huber = LossCatalogue.Create("huber");

        Assert.Equal(
            TargetScale.Of(huber, [1.0, 2, 3, 4, 5, 6, 7, 8, 9]), TargetScale.Of(huber, [1.0, 2, 3, 4, 5, 6, 7, 8, 9e6]));
    }

    [Fact]
    public void Where_the_quartiles_are_equal_the_standard_deviation_serves()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("squared"), [0.0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);

        Assert.Equal(0, scale.Shift);
        Assert.Equal(3, scale.Unit, 1e-15);
    }

    [Fact]
    public void A_loss_with_a_logarithmic_link_sees_ratios()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("poisson"), [0.0, 4.0, 8.0]);

        Assert.Equal(0, scale.Encode(0));
        Assert.Equal(2, scale.Encode(8));
        Assert.Equal(4, scale.Decode(0), 1e-15);
    }

    [Fact]
    public void Dispersion_of_counts_keeps_its_meaning_when_counts_are_scaled()
    {
        ILoss loss = LossCatalogue.Create("negative-binomial:alpha=0.5");
        TargetScale scale = TargetScale.Of(loss, [0.0, 4.0, 8.0]);

        // Of counts in units of 4, the loss at dispersion 2 is a quarter of that of the counts at ½: (t + 2) ln(1 + μ/2) is
        // 4 (t/4 + ½) ln(1 + 2 μ/4).
        Assert.Equal("negative-binomial:alpha=2", scale.Learnt(loss).Name);

        // Lengths of a loss of the residual are in units of the spread, whatever that is.
        ILoss huber = LossCatalogue.Create("huber:delta=0.5");
        Assert.Same(huber, new TargetScale(3, 2, Link.Identity).Learnt(huber));
    }

    [Fact]
    public void Proportions_are_learnt_as_they_are()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("binary-cross-entropy"), [0.2, 0.9]);

        Assert.Equal(0.2, scale.Encode(0.2));
        Assert.Equal(0.5, scale.Decode(0));
    }

    [Fact]
    public void A_relative_loss_is_not_shifted()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("absolute-percentage"), [-2.0, 4.0, 6.0]);

        Assert.Equal(0, scale.Shift);
        Assert.Equal(4, scale.Unit, 1e-15);
        Assert.Equal("absolute-percentage:epsilon=0.25", scale.Learnt(LossCatalogue.Create("absolute-percentage")).Name);
    }

    [Fact]
    public void A_bound_on_predictions_is_never_reached()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("squared-log"), [0.0, 1.0, 5.0]);

        Assert.Equal(-1, scale.Shift);
        Assert.Equal(2, scale.Decode(0), 1e-15);
        Assert.True(scale.Decode(-20) > -1);
        Assert.Equal(3, scale.SlopeAt(0), 1e-15);
    }

    [Fact]
    public void A_logit_becomes_a_probability()
    {
        TargetScale scale = TargetScale.Of(LossCatalogue.Create("binary-cross-entropy"), [0.0, 1.0]);

        Assert.Equal(0.5, scale.Decode(0));
        Assert.Equal(1, scale.Encode(1));
    }
}
