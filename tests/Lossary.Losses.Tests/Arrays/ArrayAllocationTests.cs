using Lossary.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>What a loss that is one formula of several numbers owes a training loop: steps that allocate nothing.</summary>
public sealed class ArrayAllocationTests
{
    private const int Samples = 1000;

    public static TheoryData<string> Formulas { get; } =
        [.. LossCatalogue.All.Where(entry => IsFormula(entry.Create())).Select(entry => entry.Card.Key)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void An_evaluation_like_the_one_before_allocates_nothing(string key)
    {
        IArrayLoss loss = (IArrayLoss)LossCatalogue.Find(key).Create();
        LossInputs<double> inputs = loss.Example(new RandomStream(1), Samples);
        long allocated = 0;
        for (int round = 0; round < 3; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            loss.Evaluate(inputs);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    /// <summary>Whether the struct behind a loss is a formula, not a graph.</summary>
    private static bool IsFormula(ILoss loss) =>
        loss.GetType().GetGenericArguments().Any(argument => typeof(ISampleFormula).IsAssignableFrom(argument));
}
