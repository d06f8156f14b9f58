using Lossary.Numerics;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <content>Steps of training that leave nothing behind.</content>
public abstract partial class ArrayLaws<TLoss>
{
    /// <summary>What one call may leave behind whatever its batch: a few small objects, in bytes.</summary>
    private const long BytesOfACall = 2048;

    [Fact]
    public void An_evaluation_like_the_one_before_allocates_nothing_that_grows_with_the_batch()
    {
        (long small, long large) = Threads.Run(1, () => (AllocatedBy(Rows), AllocatedBy(4 * Rows)));
        Assert.InRange(small, 0, BytesOfACall);
        Assert.InRange(large, 0, small);
    }

    /// <summary>The bytes that a third evaluation of the same inputs allocates.</summary>
    private long AllocatedBy(int rows)
    {
        LossInputs<double> inputs = Subject.Example(new RandomStream(41), rows);
        Subject.Evaluate(inputs);
        Subject.Evaluate(inputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Subject.Evaluate(inputs);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
