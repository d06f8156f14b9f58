using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LogisticHazardLossTests() : ArrayLaws<LogisticHazardLoss>
{
    [Fact]
    public void Even_hazards_cost_ln_2_for_each_interval_seen()
    {
        LossInputs<double> inputs = Patients.Intervals("logit", [0.0, 0, 0, 0], 2, 1);
        Assert.Equal(3 * Math.Log(2), default(LogisticHazardLoss).Evaluate(inputs).Mean, 14);
        Assert.Equal([0.5, 0.5, -0.5, 0], inputs["logit"].Gradient.ToArray());
    }

    [Fact]
    public void A_sure_hit_costs_all_its_digits()
    {
        // ln(1 + e^−50) is e^−50 to the last digit; softplus(50) − 50 would be 0.
        LossInputs<double> inputs = Patients.Intervals("logit", [50.0], 0, 1);
        Assert.Equal(Math.Exp(-50), default(LogisticHazardLoss).Evaluate(inputs).Mean, 1e-36);
    }
}

public sealed class ProbabilityMassLossTests() : ArrayLaws<ProbabilityMassLoss>
{
    [Fact]
    public void Even_logits_cost_the_share_of_what_is_still_possible()
    {
        // Five outcomes: four intervals and none of them.
        Assert.Equal(Math.Log(5), Value([0.0, 0, 0, 0], 1, 1), 14);
        Assert.Equal(Math.Log(5.0 / 3), Value([0.0, 0, 0, 0], 1, 0), 14);
        Assert.Equal(Math.Log(5), Value([0.0, 0, 0, 0], 3, 0), 14);
    }

    [Fact]
    public void Logits_of_thousands_overflow_nothing() => Assert.Equal(2000, Value([1000.0, -1000], 1, 1));

    private static double Value(double[] logits, double interval, double isEvent) =>
        default(ProbabilityMassLoss).Evaluate(Patients.Intervals("logit", logits, interval, isEvent)).Mean;
}

public sealed class MultiTaskLogisticLossTests() : ArrayLaws<MultiTaskLogisticLoss>
{
    [Fact]
    public void It_is_the_probability_mass_of_sums_from_the_end()
    {
        double mass = default(ProbabilityMassLoss).Evaluate(Patients.Intervals("logit", [0.6, 0.1, -0.4], 1, 1)).Mean;
        Assert.Equal(mass, default(MultiTaskLogisticLoss).Evaluate(Patients.Intervals("score", [0.5, 0.5, -0.4], 1, 1)).Mean, 14);
    }
}

public sealed class PiecewiseConstantHazardLossTests() : ArrayLaws<PiecewiseConstantHazardLoss>
{
    [Fact]
    public void Hazards_of_1_cost_the_time_that_passed()
    {
        // softplus(ln(e − 1)) = 1.
        double one = Math.Log(Math.E - 1);
        LossInputs<double> inputs = Within(0.25, [one, one, one], 1);
        Assert.Equal(1.25, default(PiecewiseConstantHazardLoss).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_hazard_that_underflows_costs_its_logit()
    {
        LossInputs<double> inputs = Within(0.5, [-800.0], 0);
        Assert.Equal(800, default(PiecewiseConstantHazardLoss).Evaluate(inputs).Mean, 12);
        Assert.Equal(-1, inputs["logit"].Gradient[0], 12);
    }

    private static LossInputs<double> Within(double fraction, double[] logits, double interval)
    {
        LossInputs<double> inputs = Patients.Intervals("logit", logits, interval, 1);
        inputs["fraction"] = new Tensor<double>(new Shape(1), new double[] { fraction });
        return inputs;
    }
}

public sealed class DeepHitLossTests() : ArrayLaws<DeepHitLoss>
{
    [Fact]
    public void Likelihood_and_pairs_add_up_by_their_shares()
    {
        // Two rows, one cause, two intervals: the first fails in interval 0, the second is censored there.
        double[] logits = [0.4, -0.3, 1.1, 0.2];
        LossInputs<double> inputs = new()
        {
            ["logit"] = Tensor<double>.Variable(new Shape(2, 1, 2), logits),
            ["interval"] = new(new Shape(2), new double[2]),
            ["cause"] = new(new Shape(2), new double[] { 1, 0 }),
        };
        double all = Math.Exp(0.4) + Math.Exp(-0.3) + 1, others = Math.Exp(1.1) + Math.Exp(0.2) + 1;
        double first = Math.Exp(0.4) / all, second = Math.Exp(1.1) / others;
        double likelihood = -0.5 * (Math.Log(first) + Math.Log(1 - second));
        double pair = Math.Exp((second - first) / 0.5) / 4;
        Assert.Equal((0.3 * likelihood) + (0.7 * pair), new DeepHitLoss(0.3, 0.5).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void With_one_cause_and_all_of_the_likelihood_it_is_the_probability_mass()
    {
        double[] logits = [0.4, -0.3, 1.1];
        LossInputs<double> inputs = new()
        {
            ["logit"] = Tensor<double>.Variable(new Shape(1, 1, 3), logits),
            ["interval"] = Tensor<double>.Variable(new Shape(1), [1.0]),
            ["cause"] = Tensor<double>.Variable(new Shape(1), [1.0]),
        };
        inputs["interval"] = new(new Shape(1), inputs["interval"].Values.ToArray());
        inputs["cause"] = new(new Shape(1), inputs["cause"].Values.ToArray());
        double mass = default(ProbabilityMassLoss).Evaluate(Patients.Intervals("logit", logits, 1, 1)).Mean;
        Assert.Equal(mass, new DeepHitLoss(1, 0.1).Evaluate(inputs).Mean, 14);
    }
}
