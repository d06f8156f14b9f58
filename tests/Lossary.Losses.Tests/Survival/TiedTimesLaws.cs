namespace Lossary.Losses.Tests;

/// <summary>A partial likelihood that knows what to do where several fail at once.</summary>
public abstract class TiedTimesLaws<TLoss> : ArrayLaws<TLoss>
    where TLoss : struct, IGraphLoss<TLoss>, IDocumentedLoss
{
    [Fact]
    public void Without_ties_it_is_Breslows()
    {
        double[] hazards = [0.3, -1.2, 0.8, 0.1], times = [4, 1, 3, 2], events = [1, 1, 0, 1];
        Assert.Equal(
            default(CoxLoss).Evaluate(Patients.Of(hazards, times, events)).Mean,
            default(TLoss).Evaluate(Patients.Of(hazards, times, events)).Mean,
            14);
    }

    /// <inheritdoc/>
    protected override LossInputs<double> Example(ulong seed)
    {
        // Times in whole units, so that many are tied.
        LossInputs<double> inputs = base.Example(seed);
        foreach (ref double time in inputs["time"].Values)
        {
            time = Math.Ceiling(time);
        }

        return inputs;
    }
}
