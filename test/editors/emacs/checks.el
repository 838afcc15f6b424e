;;; checks.el --- Policies in Emacs with Eglot  -*- lexical-binding: t -*-

;; Works as a person does with the configuration of the README ($SET_UP): opens policies, asks for what Eglot
;; shows, and looks at the text.  Runs in batch mode; what Emacs would ask a person is answered here.

(require 'cl-lib)
(package-initialize)
(load (getenv "SET_UP") nil t)
(setq eglot-sync-connect 10
      make-backup-files nil
      create-lockfiles nil)

(defun check (name expected found)
  "Say whether what was FOUND of NAME is what was EXPECTED."
  (princ (if (equal expected found) (format "ok - %s\n" name)
           (format "not ok - %s: %S\n" name found))))

(defun send-changes ()
  "Tell the server of changes, which Eglot does when nobody types; in batch mode that never is."
  (when (eglot-current-server) (eglot--signal-textDocument/didChange)))

(defun await (look)
  "Wait for what LOOK returns; nil when it does not come."
  (let ((end (+ (float-time) 10)) found)
    (while (and (not (setq found (funcall look))) (< (float-time) end))
      (send-changes)
      (accept-process-output nil 0.02))
    found))

(defun open (name)
  "Visit the file NAME, and wait until Eglot looks after it."
  (switch-to-buffer (find-file-noselect name))
  ;; Commands of a person bring this about; there are none in batch mode.
  (run-hooks 'post-command-hook)
  (await #'eglot-current-server))

(defun go (text &optional behind)
  "Move to TEXT in the statement, or BEHIND it."
  (goto-char (point-min))
  (search-forward text)
  (unless behind (goto-char (match-beginning 0))))

(defun holds (text)
  "TEXT where the buffer has it, the buffer's fourth line elsewhere."
  (save-excursion
    (goto-char (point-min))
    (if (search-forward text nil t) text
      (goto-char (point-min))
      (forward-line 3)
      (buffer-substring (point) (line-end-position)))))

(defun diagnostics ()
  "What Flymake underlines."
  (mapcar (lambda (each)
            (buffer-substring (flymake-diagnostic-beg each) (flymake-diagnostic-end each)))
          (flymake-diagnostics)))

(defun hover-at-point ()
  "What ElDoc is told by the server."
  (let (told)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq told (or text ""))))
    (substring-no-properties (or (await (lambda () told)) ""))))

(defun proposals ()
  "What stands in the list of completions."
  (pcase-let* ((`(,start ,end ,table . ,_) (eglot-completion-at-point))
               (found (completion-all-completions (buffer-substring start end) table nil (- end start)
                                                  '(metadata (category . eglot)))))
    (when found (setcdr (last found) nil))
    (sort (mapcar #'substring-no-properties found) #'string-lessp)))

(defun work ()
  "Do everything once."
  (check "starts the server" t (and (open "operators.policy.json") t))
  (await #'diagnostics)
  (check "diagnostics, where they belong" '("\"alow\"") (diagnostics))

  (go "alow")
  ;; A key, not the mouse: the menu is one that is read.
  (setq last-nonmenu-event ?\r)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ choices &rest _) (let ((first (car choices))) (if (consp first) (car first) first)))))
    (eglot-code-actions (point) (point) "quickfix" t))
  (check "fix" "\"effect\": \"allow\", \"action\"" (holds "\"effect\": \"allow\", \"action\""))
  (await (lambda () (null (diagnostics))))
  (check "diagnostics go when what is wrong is gone" nil (diagnostics))

  (go "trtc:RemoveUser")
  (let ((shown (hover-at-point)))
    (check "hover" "trtc:RemoveUser · TRTC" (car (split-string shown "\n")))
    (check "hover says what it is" t (and (string-match-p "access: write" shown) t)))

  (go "1400100200")
  (check "settings: the label of an application" t (and (string-match-p "Live prod" (hover-at-point)) t))

  (open "typing.policy.json")
  (go "trtc:RemoveU" t)
  (send-changes)
  (check "completion" '("trtc:RemoveUser" "trtc:RemoveUserByStrRoomId") (proposals))
  (completion-at-point)
  (check "completion goes on with what all have in common"
         "\"action\": \"trtc:RemoveUser\"," (holds "\"action\": \"trtc:RemoveUser\","))

  (go "1400100200")
  (send-changes)
  ;; Eglot asks before it changes files that nobody has opened.
  (cl-letf (((symbol-function 'y-or-n-p) #'always))
    (eglot-rename "1400100999"))
  (check "rename" "sdkappid/1400100999" (holds "sdkappid/1400100999"))
  (dolist (name '("operators.policy.json" "viewers.policy.json"))
    (open name)
    (check (concat "rename in " name) "sdkappid/1400100999" (holds "sdkappid/1400100999"))))

(condition-case problem (work)
  (error (princ (format "not ok - %S\n" problem))))
(princ "end\n")
(kill-emacs)
;;; checks.el ends here
