using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Lossary.Numerics;

/// <content>How parts are claimed, and how threads wait for them.</content>
public sealed unsafe partial class WorkerPool
{
    /// <summary>How long an idle thread spins before it sleeps: waking costs about as much.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMicroseconds(50);

    private static void RunAlone<TJob>(int parts, ref TJob job) where TJob : struct, IJob, allows ref struct
    {
        Exception? failure = null;
        for (int part = 0; part < parts; part++)
        {
            try
            {
                job.Run(part);
            }
            catch (Exception exception)
            {
                failure ??= exception;
            }
        }

        Rethrow(failure);
    }

    private void RunShared(int parts, int helpers, delegate*<void*, int, void> run, void* job)
    {
        StartWorkers(helpers);
        _run = run;
        _job = job;
        _parts = parts;
        _failure = null;
        Volatile.Write(ref _unfinished, parts);
        long next = (_claims & ~(long)uint.MaxValue) + (1L << 32);
        Interlocked.Exchange(ref _claims, next | (uint)parts);
        for (int i = 0; i < helpers; i++)
        {
            _workers[i].Wake();
        }

        while (TryRunOne())
        {
        }

        SpinWait wait = default;
        while (Volatile.Read(ref _unfinished) > 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        _job = null;
        Rethrow(_failure);
    }

    private static void Rethrow(Exception? failure)
    {
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Claims a part and runs it; false where no part is left.</summary>
    private bool TryRunOne()
    {
        while (true)
        {
            long claims = Volatile.Read(ref _claims);
            uint left = (uint)claims;
            if (left == 0)
            {
                return false;
            }

            int part = _parts - (int)left;
            delegate*<void*, int, void> run = _run;
            void* job = _job;
            if (Interlocked.CompareExchange(ref _claims, claims - 1, claims) != claims)
            {
                continue;
            }

            try
            {
                run(job, part);
            }
            catch (Exception exception)
            {
                Keep(exception, part);
            }

            Interlocked.Decrement(ref _unfinished);
            return true;
        }
    }

    private void Keep(Exception exception, int part)
    {
        lock (_failureLock)
        {
            if (_failure is null || part < _failedPart)
            {
                _failure = exception;
                _failedPart = part;
            }
        }
    }

    private void StartWorkers(int count)
    {
        while (_workers.Count < count)
        {
            Worker worker = new();
            int number = _workers.Count + 1;
            worker.Thread = new Thread(() => Work(worker, number))
            {
                IsBackground = true,
                Name = $"Lossary worker {number}",
            };
            _workers.Add(worker);
            worker.Thread.Start();
        }
    }

    private void Work(Worker worker, int number)
    {
        Func<bool> hasWork = () => _disposed || (number < _degree && (uint)Volatile.Read(ref _claims) != 0);
        long idleSince = Stopwatch.GetTimestamp();
        while (!_disposed)
        {
            if (number < _degree && TryRunOne())
            {
                idleSince = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(idleSince) < Patience)
            {
                Thread.SpinWait(4);
            }
            else
            {
                worker.Sleep(hasWork);
                idleSince = Stopwatch.GetTimestamp();
            }
        }
    }

    /// <summary>A thread and the gate it sleeps at.</summary>
    private sealed class Worker
    {
        private int _asleep;

        public Thread Thread { get; set; } = null!;

        public SemaphoreSlim Gate { get; } = new(0);

        /// <summary>Lets the thread go on if it sleeps or is about to; exactly one permit for each sleep.</summary>
        public void Wake()
        {
            if (Volatile.Read(ref _asleep) == 1 && Interlocked.Exchange(ref _asleep, 0) == 1)
            {
                Gate.Release();
            }
        }

        /// <summary>
        /// Sleeps, unless there is work after all: announced first, looked for second, so that no wake is missed.
        /// </summary>
        public void Sleep(Func<bool> hasWork)
        {
            Interlocked.Exchange(ref _asleep, 1);
            if (hasWork() && Interlocked.Exchange(ref _asleep, 0) == 1)
            {
                return;
            }

            Gate.Wait();
        }
    }
}
