using Lossary.Numerics;

namespace Lossary.Studies.Tests;

public sealed class CalibrationTests
{
    private static readonly RandomStream Random = new(7);

    [Fact]
    public void The_error_worked_by_hand()
    {
        // Two bins of 20: stated 0.2 where 10 of 20 happen, stated 0.7 where 14 do: (0.3 + 0) / 2.
        double[] stated = [.. Enumerable.Repeat(0.2, 20), .. Enumerable.Repeat(0.7, 20)];
        bool[] happened = [.. Enumerable.Range(0, 40).Select(i => i < 20 ? i < 10 : i < 34)];

        Calibration calibration = Calibration.Of(stated, happened, Random);

        Assert.Equal(0.15, calibration.Error, 1e-15);
        Assert.Equal([(0.2, 0.5, 20), (0.7, 0.7, 20)], calibration.Bins.Select(bin => (Math.Round(bin.Predicted, 12), bin.Observed, bin.Count)));
    }

    [Fact]
    public void Bins_hold_equally_many_rows_and_never_part_ties()
    {
        // 100 rows, of which 50 state 0.5: 5 bins wanted, 20 rows each; the ties run from 30 to 80.
        double[] stated = [.. Enumerable.Range(0, 100).Select(i => i < 30 ? i / 100.0 : i < 80 ? 0.5 : i / 100.0)];

        Calibration calibration = Calibration.Of(stated, new bool[100], Random);

        Assert.Equal([20, 60, 20], calibration.Bins.Select(bin => bin.Count));
    }

    [Fact]
    public void A_forecast_that_never_changes_is_one_bin()
    {
        Calibration calibration = Calibration.Of([.. Enumerable.Repeat(0.25, 400)], [.. Enumerable.Range(0, 400).Select(i => i % 4 == 0)], Random);

        Assert.Single(calibration.Bins);
        Assert.Equal(0, calibration.Error, 1e-15);
        Assert.False(calibration.IsMiscalibrated);
    }

    [Theory]
    [InlineData(7, 20, 0.181191824101, 0.567145723315)]
    [InlineData(0, 10, 0, 0.277532799863)]
    [InlineData(3, 40, 0.02583603, 0.19864234)]
    public void A_bins_interval_is_that_of_R(int happened, int count, double low, double high)
    {
        // R 4.2.2: prop.test(happened, count, correct = FALSE)$conf.int.
        (double foundLow, double foundHigh) = WilsonInterval.Of(happened, count);

        Assert.Equal(low, foundLow, 1e-8);
        Assert.Equal(high, foundHigh, 1e-8);
    }

    [Fact]
    public void Calibrated_forecasts_are_called_miscalibrated_in_about_one_of_twenty()
    {
        int alarms = 0, covered = 0;
        for (int sample = 0; sample < 200; sample++)
        {
            RandomStream random = Random.Split((ulong)sample);
            Calibration calibration = Draw(400, random, p => p);
            alarms += calibration.IsMiscalibrated ? 1 : 0;
            covered += calibration.Low == 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 2, 20);
        Assert.InRange(covered, 185, 200);
    }

    [Fact]
    public void Without_its_bias_the_error_is_near_the_truth()
    {
        // True probability p², stated p uniform: the mean gap is ∫(p − p²) dp = 1/6; the plain error of a calibrated
        // forecast on so many rows is near 0.04.
        double[] biased = [.. Enumerable.Range(0, 50).Select(i => Draw(400, Random.Split((ulong)i), p => p * p).Debiased)];
        double[] calibrated = [.. Enumerable.Range(0, 50).Select(i => Draw(400, Random.Split((ulong)i), p => p).Debiased)];

        Assert.Equal(1.0 / 6, biased.Average(), 0.01);
        Assert.InRange(calibrated.Average(), 0, 0.03);
    }

    [Fact]
    public void The_interval_holds_the_truth_in_about_nineteen_of_twenty_samples()
    {
        // True gaps as above, and gaps of 0.04 on 400 rows, which are hardly more than chance.
        Assert.InRange(Covered(p => p * p, 1.0 / 6), 180, 199);
        Assert.InRange(Covered(p => p + (p < 0.5 ? 0.04 : -0.04), 0.04), 180, 199);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        Assert.Equal(Draw(200, Random, p => p) with { Bins = [] }, Draw(200, Random, p => p) with { Bins = [] });
    }

    [Fact]
    public void Of_three_classes_the_top_one_is_held_against_how_often_it_is_right()
    {
        string[] classes = [.. Enumerable.Range(0, 90).Select(i => "xyz"[i % 3].ToString())];
        ComparisonResult result = MadeResult.Of(
            MadeResult.TableOf(("a", classes), ("y", classes)),
            "accuracy",
            ("cross-entropy", (_, _) => [0.2, 0.5, 0.3]),
            ("multi-margin", (_, _) => [-1, 2, 0.5]));

        LossCalibration found = Assert.Single(result.Diagnostics.Calibration);

        // Says 50 % of y and is right in a third of the rows; a loss without probabilities has no calibration.
        Assert.Equal("cross-entropy", found.Loss.Loss.Name);
        Assert.Equal(0.5 - (1.0 / 3), found.Calibration.Error, 1e-12);
    }

    [Fact]
    public void Nothing_cannot_be_judged() =>
        Assert.Throws<ArgumentException>(() => Calibration.Of([], [], Random));

    private static int Covered(Func<double, double> truth, double error)
    {
        return Enumerable.Range(0, 200).Count(sample =>
        {
            Calibration calibration = Draw(400, Random.Split((ulong)sample), truth);
            return calibration.Low <= error && error <= calibration.High;
        });
    }

    private static Calibration Draw(int rows, RandomStream random, Func<double, double> truth)
    {
        RandomStream draws = random.Split("draws");
        double[] stated = [.. Enumerable.Range(0, rows).Select(_ => draws.NextDouble())];
        bool[] happened = [.. stated.Select(p => draws.NextDouble() < truth(p))];
        return Calibration.Of(stated, happened, random.Split("calibration"));
    }
}
