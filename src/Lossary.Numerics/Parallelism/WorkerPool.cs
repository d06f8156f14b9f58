using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// A few threads that share the parts of a job with the caller, at a tenth of a microsecond's cost when they are awake.
/// </summary>
/// <remarks>
/// <para>
/// Parts are claimed one by one, so a thread that is held up delays only the part it has; the caller takes part itself
/// and waits for claimed parts only. Idle threads spin for a moment, then sleep. Results must not depend on who runs a
/// part: cut the work into parts by its size, never by <see cref="Degree"/>, and the same bits come out for any number
/// of threads.
/// </para>
/// <para>
/// A call made while another runs, nested or from a second thread, does its parts itself, in order. All parts run even
/// where one throws; then the exception of the lowest part is thrown to the caller, whatever the number of threads.
/// </para>
/// </remarks>
public sealed unsafe partial class WorkerPool : IDisposable
{
    /// <summary>The environment variable that sets the degree of <see cref="Shared"/>.</summary>
    public const string ThreadsVariable = "LOSSARY_THREADS";

    private static readonly Lazy<WorkerPool> SharedPool = new(
        () => new WorkerPool(DegreeFrom(Environment.GetEnvironmentVariable(ThreadsVariable))));

    private readonly List<Worker> _workers = [];
    private readonly Lock _failureLock = new();
    private volatile int _degree;
    private volatile bool _disposed;
    private int _busy;

    // High half: which job; low half: how many of its parts nobody has claimed yet. A claim reads this, then the fields
    // below, then takes a part by comparing and exchanging. The fields change only while no part is left to claim, and
    // each job has a number of its own, so a claim that succeeds has read the fields of its job.
    private long _claims;
    private int _parts;
    private delegate*<void*, int, void> _run;
    private void* _job;

    private int _unfinished;
    private int _failedPart;
    private Exception? _failure;

    /// <summary>Makes a pool; its threads start with the first job that needs them.</summary>
    /// <param name="degree">How many threads work at once, the caller included; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degree"/> is not positive.</exception>
    public WorkerPool(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degree);
        _degree = degree;
    }

    /// <summary>The pool of the process: as many threads as processors, or as <c>LOSSARY_THREADS</c> says.</summary>
    public static WorkerPool Shared => SharedPool.Value;

    /// <summary>How many threads work at once, the caller included; 1 means that the caller does everything.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not positive.</exception>
    public int Degree
    {
        get => _degree;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _degree = value;
        }
    }

    /// <summary>Runs every part of a job and returns when all have ended.</summary>
    /// <param name="parts">How many parts; several for each thread even out delays. None does nothing.</param>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is negative.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed.</exception>
    public void Run<TJob>(int parts, TJob job) where TJob : struct, IJob, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parts);
        ObjectDisposedException.ThrowIf(_disposed, this);
        int helpers = Math.Min(_degree, parts) - 1;
        if (helpers < 1 || Interlocked.Exchange(ref _busy, 1) == 1)
        {
            RunAlone(parts, ref job);
            return;
        }

        try
        {
            // The job stays where it is, on this stack, until the last part has ended.
#pragma warning disable CS8500 // Address of a type that may hold references: a local does not move.
            RunShared(parts, helpers, &RunPart<TJob>, &job);
#pragma warning restore CS8500
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>
    /// Runs every part of a job and returns when all have ended; for work to which a delegate's allocation is nothing.
    /// </summary>
    /// <param name="parts">How many parts.</param>
    /// <param name="job">Called with the index of each part.</param>
    /// <exception cref="ArgumentNullException"><paramref name="job"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is negative.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed.</exception>
    public void Run(int parts, Action<int> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        Run(parts, new DelegateJob(job));
    }

    /// <summary>
    /// Runs a job over elements in ranges of fixed length: the same ranges for any number of threads.
    /// </summary>
    /// <param name="length">How many elements.</param>
    /// <param name="rangeLength">Elements in a range, the last one excepted; at least 1.</param>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative, or a range has none.</exception>
    /// <exception cref="ObjectDisposedException">The pool was disposed.</exception>
    public void RunRanges<TJob>(int length, int rangeLength, TJob job) where TJob : struct, IRangeJob, allows ref struct
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rangeLength);
        int parts = (length / rangeLength) + (length % rangeLength == 0 ? 0 : 1);
        Run(parts, new Ranges<TJob>(length, rangeLength, job));
    }

    /// <summary>Ends the threads; waits for them.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (Worker worker in _workers)
        {
            worker.Wake();
            worker.Thread.Join();
            worker.Gate.Dispose();
        }

        _workers.Clear();
    }

    /// <summary>The degree that the environment variable's text asks for.</summary>
    internal static int DegreeFrom(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Environment.ProcessorCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int degree) && degree > 0
            ? degree
            : throw new InvalidOperationException(
                $"{ThreadsVariable} is \"{text}\"; a number of threads is expected, at least 1.");
    }

    private static void RunPart<TJob>(void* job, int index) where TJob : struct, IJob, allows ref struct =>
        Unsafe.AsRef<TJob>(job).Run(index);

    private readonly struct DelegateJob(Action<int> action) : IJob
    {
        public void Run(int index) => action(index);
    }

    private ref struct Ranges<TJob>(int length, int rangeLength, TJob job) : IJob
        where TJob : struct, IRangeJob, allows ref struct
    {
        private TJob _job = job;

        public void Run(int index)
        {
            int start = index * rangeLength;
            _job.Run(start, Math.Min(rangeLength, length - start));
        }
    }
}
