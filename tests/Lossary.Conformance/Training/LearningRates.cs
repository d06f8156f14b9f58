using System.Text.Json;
using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>PyTorch's learning rate schedules: the rate, and the momentum, of each optimizer step.</summary>
internal static class LearningRates
{
    private const int Steps = 50;

    /// <summary>Each schedule as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["StepLR"] = c => Rates(c, new StepSchedule(Whole(c, "step_size"), c.Argument("gamma", 0.1))),
            ["MultiStepLR"] = c => Rates(c, new MultiStepSchedule(Milestones(c), c.Argument("gamma", 0.1))),
            ["ExponentialLR"] = c => Rates(c, new ExponentialSchedule(c.Argument("gamma", 1))),
            ["ConstantLR"] = c => Rates(
                c, new ConstantSchedule(Whole(c, "total_iters"), c.Argument("factor", 1.0 / 3))),
            ["LinearLR"] = c => Rates(c, new LinearSchedule(Whole(c, "total_iters"))
            {
                StartFactor = c.Argument("start_factor", 1.0 / 3),
                EndFactor = c.Argument("end_factor", 1),
            }),
            ["PolynomialLR"] = c => Rates(c, new PolynomialSchedule(Whole(c, "total_iters"), c.Argument("power", 1))),
            ["CosineAnnealingLR"] = c => Rates(c, Cosine(c)),
            ["CosineAnnealingWarmRestarts"] = c => Rates(c, new CosineRestartSchedule(Whole(c, "T_0"))
            {
                Growth = Whole(c, "T_mult"),
                MinimumRate = c.Argument("eta_min", 0),
            }),
            ["Sequential_Linear_Cosine"] = c => Rates(
                c, LearningRateSchedule.WarmUp(Whole(c, "warmup"), Cosine(c), c.Argument("start_factor", 1.0 / 3))),
            ["CyclicLR"] = c => Rates(c, Cyclic(c)),
            ["OneCycleLR"] = c => Rates(c, OneCycle(c)),
            ["ReduceLROnPlateau"] = Lowered,
        };

    private static CosineSchedule Cosine(GoldenCase golden) =>
        new(Whole(golden, "T_max")) { MinimumRate = golden.Argument("eta_min", 0) };

    private static CyclicSchedule Cyclic(GoldenCase golden) => new(
        golden.Argument("base_lr_cycle", 0),
        golden.Argument("max_lr", 0),
        Whole(golden, "step_size_up"),
        Whole(golden, "step_size_down"))
    {
        Shape = Text(golden, "mode") switch
        {
            "triangular2" => CycleShape.Halving,
            "exp_range" => CycleShape.Shrinking,
            _ => CycleShape.Triangular,
        },
        Shrinkage = golden.Argument("gamma", 1),
    };

    private static OneCycleSchedule OneCycle(GoldenCase golden) =>
        new(golden.Argument("max_lr", 0), Whole(golden, "total_steps"))
        {
            RisingShare = golden.Argument("pct_start", 0.3),
            StartDivisor = golden.Argument("div_factor", 25),
            EndDivisor = golden.Argument("final_div_factor", 1e4),
            IsLinear = Text(golden, "anneal_strategy") == "linear",
            HasThreePhases = golden.Argument("three_phase", 0) != 0,
            MomentumCycle = golden.Argument("cycle_momentum", 1) == 0
                ? null
                : new(golden.Argument("base_momentum", 0.85), golden.Argument("max_momentum", 0.95)),
        };

    private static Results Lowered(GoldenCase golden)
    {
        Plateau plateau = new(new PlateauOptions
        {
            Factor = golden.Argument("factor", 0.1),
            Patience = Whole(golden, "patience"),
            Threshold = golden.Argument("threshold", 1e-4),
            IsThresholdAbsolute = Text(golden, "threshold_mode") == "abs",
            IsHigherBetter = Text(golden, "mode") == "max",
            Cooldown = Whole(golden, "cooldown"),
            MinimumRate = golden.Argument("min_lr", 0),
            SmallestChange = golden.Argument("eps", 1e-8),
        });
        List<double> rates = [];
        double rate = golden.Argument("base_lr", 0);
        foreach (double score in golden.Inputs["metrics"].Data)
        {
            rates.Add(rate);
            rate = plateau.Next(score, rate);
        }

        return new Results().Add("lr", [rates.Count], [.. rates]);
    }

    private static Results Rates(GoldenCase golden, LearningRateSchedule schedule)
    {
        double initial = golden.Argument("base_lr", 0);
        double[] rates = [.. Enumerable.Range(0, Steps).Select(step => schedule.RateAt(step, initial))];
        double[] momenta = [.. Enumerable.Range(0, Steps).Select(step => schedule.MomentumAt(step) ?? double.NaN)];
        return new Results().Add("lr", [Steps], rates).Add("momentum", [Steps], momenta);
    }

    private static int Whole(GoldenCase golden, string name) => (int)golden.Argument(name, 0);

    private static int[] Milestones(GoldenCase golden) => golden.TryArgument("milestones", out JsonElement steps)
        ? [.. steps.EnumerateArray().Select(step => step.GetInt32())]
        : [];

    private static string Text(GoldenCase golden, string name) =>
        golden.TryArgument(name, out JsonElement text) ? text.GetString() ?? "" : "";
}
